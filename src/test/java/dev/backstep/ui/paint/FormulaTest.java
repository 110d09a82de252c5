package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.Deadline;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
class FormulaTest extends ApplicationTest {
  private static final String TEXT = "h = tanh(x·W1 + h_prev·W2 + bh)";
  private static final String LATEX = "h = \\tanh(x\\,W_1 + h_{\\mathrm{prev}}\\,W_2 + b_h)";
  private static final int PAPER = 0xffffffff;

  private final Typesetter typesetter = new Typesetter();
  private Stage stage;

  @Override
  public void start(Stage shown) {
    stage = shown;
    stage.setRenderScaleX(1);
    stage.setRenderScaleY(1);
  }

  private static <T> T onScreen(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, work);
  }

  private Formula formula() {
    Formula formula = new Formula(typesetter, TEXT, LATEX);
    formula.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return formula;
  }

  private WritableImage show(Formula formula, int width, boolean dark) {
    return onScreen(() -> Screenshot.of(stage, formula, width, 60, dark));
  }

  private static void awaitSet(Formula formula) throws TimeoutException {
    await(formula::isSet);
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        Deadline.SECONDS,
        TimeUnit.SECONDS,
        () -> onScreen((Callable<Boolean>) condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ImageView view(Formula formula) {
    return (ImageView)
        formula.getChildrenUnmodifiable().stream()
            .filter(ImageView.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static Label plain(Formula formula) {
    return (Label)
        formula.getChildrenUnmodifiable().stream()
            .filter(Label.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static Set<Integer> colours(WritableImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return colours;
  }

  @Test
  void thePlainTextStandsThereUntilTheFormulaDoesAndNothingBelowMoves() throws TimeoutException {
    Formula formula = formula();
    double heightBefore =
        onScreen(
            () -> {
              Screenshot.of(stage, formula, 400, 60, false);
              // Background work ends on this very thread, so it cannot be there yet.
              assertThat(formula.isSet()).isFalse();
              assertThat(plain(formula).isVisible()).isTrue();
              assertThat(plain(formula).getText()).isEqualTo(TEXT);
              return formula.getHeight();
            });
    awaitSet(formula);
    assertThat(plain(formula).isVisible()).isFalse();
    assertThat(onScreen(formula::getHeight)).isEqualTo(heightBefore);
    assertThat(formula.getAccessibleText()).isEqualTo(TEXT);
  }

  @Test
  void anotherWithTheSameFormulaHasItAtOnce() throws TimeoutException {
    Formula first = formula();
    show(first, 400, false);
    awaitSet(first);
    Formula second = formula();
    onScreen(
        () -> {
          Screenshot.of(stage, second, 400, 60, false);
          assertThat(second.isSet()).isTrue();
          return null;
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFormulaHasTheColourOfTheTextInBothThemes(boolean dark) throws TimeoutException {
    Formula formula = formula();
    show(formula, 400, dark);
    awaitSet(formula);
    WritableImage image = onScreen(() -> (WritableImage) view(formula).getImage());
    int ink = dark ? 0xffc9d1d9 : 0xff24292f;
    assertThat(colours(image)).hasSizeGreaterThan(20).contains(ink, 0);
    assertThat(colours(image).stream().filter(colour -> colour >>> 24 == 255)).containsOnly(ink);
  }

  @Test
  void theFormulaChangesItsColourWithTheStyleSheet() throws TimeoutException {
    Formula formula = formula();
    show(formula, 400, false);
    awaitSet(formula);
    onScreen(
        () -> {
          formula.setStyle("-ink: #ff0000;");
          return Screenshot.again(formula);
        });
    WritableImage image = onScreen(() -> (WritableImage) view(formula).getImage());
    assertThat(colours(image)).contains(0xffff0000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aPixelOfTheFormulaIsAPixelOfTheScreen(double scale) throws TimeoutException {
    Formula formula = formula();
    formula.setStyle("-size: 16px;");
    show(formula, 600, false);
    awaitSet(formula);
    double before = onScreen(() -> view(formula).getImage().getWidth());
    onScreen(
        () -> {
          stage.setRenderScaleX(scale);
          stage.setRenderScaleY(scale);
          return null;
        });
    await(() -> formula.isSet() && isAtScale(formula, scale));
    TypesetFormula expected = TypesetFormula.of(LATEX, (float) (16 * scale));
    assertThat(onScreen(() -> view(formula).getImage().getWidth())).isEqualTo(expected.width());
    assertThat(onScreen(() -> view(formula).getImage().getHeight())).isEqualTo(expected.height());
    assertThat(onScreen(() -> view(formula).getFitWidth() * scale))
        .isCloseTo(expected.width(), within(1e-9));
    assertThat(onScreen(() -> view(formula).getLayoutY() * scale) % 1).isZero();
    assertThat((double) expected.width()).isCloseTo(before * scale, within(3.0));
  }

  private static boolean isAtScale(Formula formula, double scale) {
    return Math.abs(view(formula).getImage().getWidth() / view(formula).getFitWidth() - scale)
        < 1e-9;
  }

  @Test
  void whatIsSeenAreTheVeryPixelsThatWereSet() throws TimeoutException {
    Formula formula = formula();
    formula.setStyle("-ink: #000000; -size: 16px;");
    show(formula, 400, false);
    awaitSet(formula);
    WritableImage screen = onScreen(() -> Screenshot.again(formula));
    TypesetFormula expected = TypesetFormula.of(LATEX, 16);
    int left = (int) Math.round(onScreen(() -> view(formula).localToScene(0, 0).getX()));
    int top = (int) Math.round(onScreen(() -> view(formula).localToScene(0, 0).getY()));
    int inked = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        int seen = screen.getPixelReader().getArgb(left + x, top + y) & 0xff;
        int covered = expected.coverage()[y * expected.width() + x];
        assertThat(seen).isCloseTo(255 - covered, within(1));
        inked += covered > 128 ? 1 : 0;
      }
    }
    assertThat(inked).isGreaterThan(300);
    assertThat(screen.getPixelReader().getArgb(0, 0)).isEqualTo(PAPER);
  }

  @Test
  void aFormulaWithLittleRoomIsSetSmallerAndNotCutOff() throws TimeoutException {
    Formula formula = formula();
    formula.setMaxWidth(150);
    formula.setPrefWidth(150);
    show(formula, 400, false);
    awaitSet(formula);
    assertThat(onScreen(() -> view(formula).getFitWidth()))
        .isLessThanOrEqualTo(150)
        .isGreaterThan(100);
    assertThat(TypesetFormula.of(LATEX, 15).width()).isGreaterThan(180);
  }

  @Test
  void theSizeGrowsWithTheTypeAroundIt() throws TimeoutException {
    Formula formula = formula();
    show(formula, 800, false);
    awaitSet(formula);
    double small = onScreen(() -> view(formula).getFitWidth());
    onScreen(
        () -> {
          formula.getScene().getRoot().setStyle("-fx-font-size: 26px;");
          return Screenshot.again(formula);
        });
    await(() -> view(formula).getFitWidth() > 1.5 * small && formula.isSet());
    assertThat(onScreen(() -> view(formula).getFitWidth())).isCloseTo(2 * small, within(6.0));
    assertThat(onScreen(formula::getHeight)).isGreaterThan(40);
  }
}
