package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.text.Sequence;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choice of a sequence: the next in training, one of the data, or one that is typed. */
public final class SequenceBarController {
  /** As many as a list is good for; the arrows beside it reach all the others. */
  private static final int LISTED = 10_000;

  private final SequenceViewModel sequence;
  private final StepSource source;
  private final Guest guest;
  private final Texts texts;

  @FXML private ToggleButton nextInTraining;
  @FXML private ComboBox<Sequence> sequences;
  @FXML private TextField typed;
  @FXML private Label typedError;
  @FXML private Label heldAt;
  @FXML private Button follow;

  public SequenceBarController(
      SequenceViewModel sequence, StepSource source, Guest guest, Texts texts) {
    this.sequence = sequence;
    this.source = source;
    this.guest = guest;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    sequence.chosenProperty().addListener((property, before, now) -> showChoice());
    bindSequences();
    typedError.textProperty().bind(sequence.errorProperty());
    typedError.managedProperty().bind(sequence.errorProperty().isNotEmpty());
    FormFields.showOnly(source.heldProperty(), follow, heldAt);
    heldAt
        .textProperty()
        .bind(Bindings.createStringBinding(this::describeHeld, source.shownUpdatesProperty()));
    sequence.setTypingFocus(this::focusTyped);
    showChoice();
  }

  private void bindSequences() {
    sequences.setPromptText(texts.of("step.sequence.choose"));
    sequences.setConverter(new SequenceLine());
    sequences.setButtonCell(new Chosen(texts.of("step.sequence.choose")));
    sequence
        .sequencesProperty()
        .addListener(
            (property, before, now) ->
                sequences.setItems(
                    FXCollections.observableList(now.subList(0, Math.min(LISTED, now.size())))));
    sequences.setOnAction(event -> chooseSelected());
  }

  private void chooseSelected() {
    int index = sequences.getSelectionModel().getSelectedIndex();
    if (index >= 0 && index != sequence.indexProperty().get()) {
      sequence.choose(index);
      leave();
    }
  }

  private void showChoice() {
    nextInTraining.setSelected(sequence.chosenProperty().get() == null);
    int index = sequence.indexProperty().get();
    sequences.getSelectionModel().select(index < LISTED ? index : -1);
    showWord(index < 0 ? sequence.chosenProperty().get() : null);
  }

  /** The field has the sequence that is shown, if it is one of the user's own. */
  private void showWord(@Nullable Sequence own) {
    String shown = own == null ? "" : own.text();
    if (!shown.equals(typed.getText())) {
      typed.setText(shown);
    }
  }

  private String describeHeld() {
    return texts.of("step.held", Numbers.grouped(source.shownUpdatesProperty().get()));
  }

  private void focusTyped() {
    typed.requestFocus();
    typed.selectAll();
  }

  @FXML
  private void chooseNext() {
    sequence.chooseNext();
    showChoice();
  }

  @FXML
  private void before() {
    sequence.chooseBefore();
  }

  @FXML
  private void after() {
    sequence.chooseAfter();
  }

  /** A sequence that is shown gives the keys back to the timeline. */
  @FXML
  private void typeSequence() {
    sequence.type(typed.getText());
    if (sequence.errorProperty().get().isEmpty()) {
      leave();
    }
  }

  private void leave() {
    typed.getScene().getRoot().requestFocus();
  }

  @FXML
  private void follow() {
    guest.leave();
    source.follow();
  }

  /** The prompt again when nothing is chosen any more, which a combo box leaves empty. */
  private static final class Chosen extends ListCell<Sequence> {
    private final String prompt;

    Chosen(String prompt) {
      this.prompt = prompt;
    }

    @Override
    protected void updateItem(Sequence item, boolean empty) {
      super.updateItem(item, empty);
      setText(item == null ? prompt : new SequenceLine().toString(item));
    }
  }

  /** A sequence as one line of a list. */
  private static final class SequenceLine extends StringConverter<Sequence> {
    /** Longer ones are cut off; a line of a list is no place for a page of text. */
    private static final int LONGEST = 40;

    @Override
    public String toString(@Nullable Sequence sequence) {
      if (sequence == null) {
        return "";
      }
      String oneLine = sequence.text().replace('\n', '⏎');
      return oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) + "…" : oneLine;
    }

    /** Lines are only chosen, never typed. */
    @Override
    public @Nullable Sequence fromString(String line) {
      return null;
    }
  }
}
