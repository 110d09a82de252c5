package dev.backstep.ui.whatif;

import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What opens and closes the editor from the keyboard. */
public final class WhatIfKeys implements StepScreen.Overlay {
  final ScreenKey edit = ScreenKey.plain(KeyCode.E, this::edit);
  final ScreenKey input = ScreenKey.plain(KeyCode.I, this::input);

  private final WhatIfViewModel model;
  private final StepViewModel step;
  private final Texts texts;

  public WhatIfKeys(WhatIfViewModel model, StepViewModel step, Texts texts) {
    this.model = model;
    this.step = step;
    this.texts = texts;
  }

  /**
   * Edits the number that is pointed at, or the one that is selected; where neither can be, the
   * first weight that leads back in time.
   */
  private void edit() {
    Entry pointed = step.highlight().entryProperty().get();
    Entry selected = step.selection().entryProperty().get();
    if (canEdit(pointed)) {
      model.edit(pointed);
    } else if (canEdit(selected)) {
      model.edit(selected);
    } else {
      model.edit(new Entry.OfWeights(step.net().recurrentWeights().get(0).name(), 0, 0));
    }
  }

  /** An input has a key of its own. */
  private boolean canEdit(Entry number) {
    return model.canEdit(number) && !(number instanceof Entry.OfInput);
  }

  /** Takes the input of the cell at the cursor away, or gives it back. */
  private void input() {
    Moment moment = step.momentProperty().get();
    if (moment != null && moment.timestep() < step.traceProperty().get().length()) {
      int t = moment.timestep();
      model.edit(new Entry.OfInput(t, step.traceProperty().get().input(t)));
    }
  }

  /** Edits the state that the sequence begins with. */
  void state() {
    model.edit(new Entry.OfInitialState(step.net().states().get(0), 0));
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(KeyLine.of("whatif.keys.edit", edit), KeyLine.of("whatif.keys.input", input));
  }

  @Override
  public boolean close() {
    return model.leave();
  }

  @Override
  public String mark() {
    return model.isOfCopy() ? texts.of("whatif.mark") : "";
  }
}
