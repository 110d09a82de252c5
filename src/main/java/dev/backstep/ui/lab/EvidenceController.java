package dev.backstep.ui.lab;

import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.net.Notation;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The numbers on which the check rests, the faults that could hide there, and better numbers. */
public final class EvidenceController {
  private final BugLabViewModel lab;
  private final Texts texts;
  private final LabWords words;
  private final ObservableValue<Notation> notation;

  @FXML private Label rests;
  @FXML private Label warning;
  @FXML private Label unseen;
  @FXML private Label alike;
  @FXML private Button better;
  @FXML private Button own;

  public EvidenceController(BugLabViewModel lab, Texts texts, ObservableValue<Notation> notation) {
    this.lab = lab;
    this.texts = texts;
    this.notation = notation;
    words = new LabWords(texts, FaultTexts.load());
  }

  @FXML
  private void initialize() {
    warning.managedProperty().bind(warning.visibleProperty());
    better.managedProperty().bind(better.visibleProperty());
    FormFields.showOnly(alike.textProperty().isNotEmpty(), alike);
    own.managedProperty().bind(own.visibleProperty());
    lab.bench().examinationProperty().addListener(observable -> show());
    lab.bench().surveyProperty().addListener(observable -> show());
    lab.evidence().takenProperty().addListener(observable -> show());
    lab.quiz().revisionProperty().addListener(observable -> show());
    lab.prediction().outcomeProperty().addListener(observable -> show());
    lab.modeProperty().addListener(observable -> show());
    notation.addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    FaultEffect examination = lab.bench().examinationProperty().get();
    if (examination == null) {
      return;
    }
    Evidence evidence = Evidence.of(examination.right());
    double sigma = examination.specimen().sigma();
    Set<BetterEvidence> taken = lab.evidence().takenProperty().get();
    String source =
        taken.isEmpty()
            ? texts.of("lab.evidence.run")
            : texts.of(
                "lab.evidence.taken",
                words.improvements(taken, sigma, lab.evidence().usualLength()));
    rests.setText(
        texts.of(
            "lab.evidence",
            source,
            notation.getValue().named(words.rests(evidence, examination.right().net()))));
    FaultSurvey survey = lab.bench().surveyProperty().get();
    showWarning(examination, evidence, survey);
    unseen.setVisible(!lab.isCovered());
    unseen.setText(words.unseen(survey));
    alike.setText(lab.isCovered() ? "" : words.alike(survey));
    Set<BetterEvidence> offered = lab.offeredEvidence();
    better.setVisible(!offered.isEmpty() && !lab.quiz().isRunning());
    better.setText(
        texts.of("lab.better", words.improvements(offered, sigma, lab.evidence().usualLength())));
    own.setVisible(!taken.isEmpty() && !lab.quiz().isRunning());
  }

  private void showWarning(
      FaultEffect examination, Evidence evidence, @Nullable FaultSurvey survey) {
    boolean isTold = !lab.isCovered() && !lab.isHidden();
    String own = isTold && examination.isUnseen() ? texts.of("lab.unseen.this") + " " : "";
    String all =
        own
            + notation
                .getValue()
                .named(String.join(" ", words.warnings(evidence, examination.right().net())));
    warning.setText(all.isBlank() ? "" : words.warning(all, survey));
    warning.setVisible(!all.isBlank());
  }

  @FXML
  private void takeBetter() {
    lab.takeBetterEvidence();
  }

  @FXML
  private void takeOwn() {
    lab.takeOwnEvidence();
  }
}
