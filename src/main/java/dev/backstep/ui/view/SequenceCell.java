package dev.backstep.ui.view;

import dev.backstep.text.Sequence;
import dev.backstep.ui.viewmodel.Texts;
import javafx.scene.control.ListCell;

/** One sequence of the data in the list to choose from. */
final class SequenceCell extends ListCell<Sequence> {
  /** Longer ones are cut off; a line of a list is no place for a page of text. */
  private static final int LONGEST = 40;

  private final Texts texts;

  SequenceCell(Texts texts) {
    this.texts = texts;
  }

  @Override
  protected void updateItem(Sequence sequence, boolean empty) {
    super.updateItem(sequence, empty);
    if (empty || sequence == null) {
      setText(getListView() == null ? texts.of("sequence.choose") : null);
      return;
    }
    String oneLine = sequence.text().replace('\n', '⏎');
    setText(oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) + "…" : oneLine);
  }
}
