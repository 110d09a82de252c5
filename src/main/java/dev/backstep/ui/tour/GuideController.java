package dev.backstep.ui.tour;

import dev.backstep.ui.common.Screen;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The band of the guided tour: the offer of it, or the chapter that is being read. */
public final class GuideController {
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");

  private static final String ROWS = "#rows";
  private static final String SCROLL = "#rowsScroll";

  /** The width, in letters, from which a dot for each chapter has room too. */
  private static final double ROOM_FOR_DOTS = 72;

  private final GuidedTour guide;
  private final Texts texts;
  private @Nullable Spotlight spotlight;

  @FXML private VBox band;
  @FXML private HBox guideOffer;
  @FXML private VBox guideChapter;
  @FXML private Label guideTitle;
  @FXML private Label guideProgress;
  @FXML private HBox dots;
  @FXML private Label guideText;
  @FXML private HBox guideBody;
  @FXML private FlowPane guideWays;
  @FXML private ToggleButton guideFive;
  @FXML private ToggleButton guideTwenty;
  @FXML private Button guideBack;
  @FXML private Button guideNext;
  @FXML private FontIcon nextIcon;

  public GuideController(GuidedTour guide, Texts texts) {
    this.guide = guide;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    addQuestion();
    dots.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> band.getWidth() > ROOM_FOR_DOTS * guideText.getFont().getSize(),
                band.widthProperty(),
                guideText.fontProperty()));
    dots.managedProperty().bind(dots.visibleProperty());
    guideText.textProperty().bind(guide.textProperty());
    guideOffer.visibleProperty().bind(guide.offeredProperty());
    guideChapter.visibleProperty().bind(guide.openProperty());
    band.visibleProperty().bind(guide.offeredProperty().or(guide.openProperty()));
    for (Node each : new Node[] {guideOffer, guideChapter, band}) {
      each.managedProperty().bind(each.visibleProperty());
    }
    guideBack
        .disableProperty()
        .bind(guide.chapterProperty().isEqualTo(0).and(guide.movedProperty().not()));
    guide.chapterProperty().addListener(observable -> show());
    guide.movedProperty().addListener(observable -> show());
    guide.levelProperty().addListener(observable -> show());
    guide.answering().stateProperty().addListener(observable -> show());
    guide.answering().askedProperty().addListener(observable -> show());
    band.sceneProperty().addListener((property, before, now) -> lightUp());
    guide.openProperty().addListener((property, before, now) -> takeFocus(now));
    show();
  }

  /** A question stands beside the text, which has all of the room while none is asked. */
  private void addQuestion() {
    QuestionPane question = new QuestionPane(guide.answering(), texts, guide::next);
    DoubleBinding half = guideBody.widthProperty().subtract(guideBody.spacingProperty()).divide(2);
    question.prefWidthProperty().bind(half);
    guideText
        .prefWidthProperty()
        .bind(
            Bindings.when(question.visibleProperty())
                .then(half)
                .otherwise(guideBody.widthProperty()));
    guideBody.getChildren().add(question);
  }

  /** Space belongs to the tour now, not to a button that happens to have the focus. */
  private void takeFocus(boolean isOpen) {
    if (isOpen && band.getScene() != null) {
      band.getScene().getRoot().requestFocus();
    }
  }

  /** The rows of the picture are there once the band stands on the screen. */
  private void lightUp() {
    if (spotlight == null && band.getScene() != null) {
      Node screen = band;
      while (screen != null && screen.lookup(ROWS) == null) {
        screen = screen.getParent();
      }
      if (screen != null) {
        spotlight =
            new Spotlight(
                guide.spotProperty(),
                (Pane) screen.lookup(ROWS),
                (ScrollPane) screen.lookup(SCROLL));
      }
    }
  }

  private void show() {
    int number = guide.number();
    boolean isResting = guide.movedProperty().get();
    guideTitle.setText(guide.title());
    guideProgress.setText(texts.of("tour.progress", number + 1, guide.size()));
    guideNext.setText(texts.of(nextKey()));
    nextIcon.setIconLiteral(isResting ? "fth-chevron-right" : "fth-play");
    band.pseudoClassStateChanged(RESTING, isResting);
    guideFive.setSelected(guide.levelProperty().get() == Level.FIVE);
    guideTwenty.setSelected(guide.levelProperty().get() == Level.TWENTY);
    showWays();
    showDots(number);
  }

  private String nextKey() {
    if (!guide.movedProperty().get()) {
      return guide.isLast() ? "tour.finish" : "tour.show";
    }
    return guide.answering().isOpen() ? "tour.skip" : "tour.next";
  }

  /** The last chapter leads on to other screens. */
  private void showWays() {
    guideWays.getChildren().setAll(guide.ways().stream().map(this::way).toList());
    guideWays.setVisible(!guideWays.getChildren().isEmpty());
    guideWays.setManaged(guideWays.isVisible());
  }

  private Button way(Screen screen) {
    String key = "tour.way." + screen.name();
    Button button = new Button(texts.of(key));
    button.setId("guideWay" + screen.name());
    button.setTooltip(new Tooltip(texts.of(key + ".help")));
    button.setAccessibleText(texts.of(key + ".help"));
    button.setOnAction(event -> guide.goTo(screen));
    return button;
  }

  private void showDots(int number) {
    while (dots.getChildren().size() < guide.size()) {
      Region dot = new Region();
      dot.getStyleClass().add("guide-dot");
      dots.getChildren().add(dot);
    }
    dots.getChildren().remove(guide.size(), dots.getChildren().size());
    for (int i = 0; i < guide.size(); i++) {
      dots.getChildren().get(i).pseudoClassStateChanged(READ, i < number);
      dots.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == number);
    }
  }

  @FXML
  private void open() {
    guide.open(Level.FIVE);
  }

  @FXML
  private void openLong() {
    guide.open(Level.TWENTY);
  }

  /** One of them is always chosen, also after a click on the one that is. */
  @FXML
  private void chooseFive() {
    guide.setLevel(Level.FIVE);
    show();
  }

  @FXML
  private void chooseTwenty() {
    guide.setLevel(Level.TWENTY);
    show();
  }

  @FXML
  private void decline() {
    guide.decline();
  }

  @FXML
  private void next() {
    guide.next();
  }

  @FXML
  private void back() {
    guide.back();
  }

  @FXML
  private void restart() {
    guide.restart();
  }

  @FXML
  private void leave() {
    guide.leave();
  }
}
