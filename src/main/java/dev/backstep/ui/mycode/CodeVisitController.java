package dev.backstep.ui.mycode;

import dev.backstep.fault.Fault;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.mycode.CodeVisit.Side;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** Whose numbers the Step screen shows while they are not those of the run, and the way back. */
public final class CodeVisitController {
  private final CodeVisit visit;
  private final ViewOptions options;
  private final Texts texts;

  @FXML private Node root;
  @FXML private Label source;
  @FXML private Node sides;
  @FXML private ToggleButton right;
  @FXML private ToggleButton yours;
  @FXML private ToggleButton difference;

  public CodeVisitController(CodeVisit visit, ViewOptions options, Texts texts) {
    this.visit = visit;
    this.options = options;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    BooleanBinding isHere = visit.sideProperty().isNotNull();
    FormFields.showOnly(isHere.and(options.presentingProperty().not()), root);
    visit.sideProperty().addListener(observable -> show());
  }

  private void show() {
    visit.check().ifPresent(this::describe);
    sides.setVisible(visit.hasYours());
    sides.setManaged(visit.hasYours());
    Side side = visit.sideProperty().get();
    Map.of(right, Side.RIGHT, yours, Side.YOURS, difference, Side.DIFFERENCE)
        .forEach((button, each) -> button.setSelected(each == side));
  }

  private void describe(CodeCheck check) {
    String name = check.submission().source();
    String file =
        check.submission().hasMany()
            ? texts.of("mycode.visit.sequence", name, visit.sequence())
            : name;
    String named =
        check.diagnosis().explanations().stream()
            .limit(1)
            .flatMap(explanation -> explanation.faults().stream())
            .map(Fault::id)
            .collect(Collectors.joining(" + "));
    String key = visit.hasYours() ? "mycode.visit.source" : "mycode.visit.source.right";
    source.setText(texts.of(key, file, named));
  }

  @FXML
  private void showRight() {
    choose(Side.RIGHT);
  }

  @FXML
  private void showYours() {
    choose(Side.YOURS);
  }

  @FXML
  private void showDifference() {
    choose(Side.DIFFERENCE);
  }

  /** Pressing the one that is shown leaves it pressed. */
  private void choose(Side side) {
    visit.show(side);
    show();
  }

  @FXML
  private void leave() {
    visit.leave();
  }
}
