package dev.backstep.ui.tour;

import dev.backstep.words.Texts;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The band of the guided tour: the offer of it, or the chapter that is being read. */
public final class GuideController {
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");

  private final GuidedTour guide;
  private final Texts texts;

  @FXML private VBox band;
  @FXML private HBox guideOffer;
  @FXML private HBox guideChapter;
  @FXML private Label guideTitle;
  @FXML private Label guideProgress;
  @FXML private HBox dots;
  @FXML private Label guideText;
  @FXML private Button guideBack;
  @FXML private Button guideNext;
  @FXML private FontIcon nextIcon;

  public GuideController(GuidedTour guide, Texts texts) {
    this.guide = guide;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    for (int i = 0; i < guide.size(); i++) {
      Region dot = new Region();
      dot.getStyleClass().add("guide-dot");
      dots.getChildren().add(dot);
    }
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
    guide.openProperty().addListener((property, before, now) -> takeFocus(now));
    show();
  }

  /** Space belongs to the tour now, not to a button that happens to have the focus. */
  private void takeFocus(boolean isOpen) {
    if (isOpen && band.getScene() != null) {
      band.getScene().getRoot().requestFocus();
    }
  }

  private void show() {
    int number = guide.number();
    boolean isResting = guide.movedProperty().get();
    guideTitle.setText(guide.title());
    guideProgress.setText(texts.of("tour.progress", number + 1, guide.size()));
    guideNext.setText(texts.of(isResting ? "tour.next" : "tour.show"));
    nextIcon.setIconLiteral(isResting ? "fth-chevron-right" : "fth-play");
    band.pseudoClassStateChanged(RESTING, isResting);
    for (int i = 0; i < guide.size(); i++) {
      dots.getChildren().get(i).pseudoClassStateChanged(READ, i < number);
      dots.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == number);
    }
  }

  @FXML
  private void open() {
    guide.open();
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
