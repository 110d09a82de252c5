package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.words.Texts;
import java.util.List;

/**
 * Two runs in lock step that others took the place of. They are shared with nothing that changes,
 * so they go on with the same bits.
 *
 * @param shown what the screen showed beside the runs; null where there is nothing to remember
 * @param state how the pair is called, and how long it was trained
 */
record EarlierPair<V>(List<SavedRun> runs, V shown, RunState state) {
  EarlierPair {
    runs = List.copyOf(runs);
  }

  TrainingData data() {
    return runs.get(0).data();
  }

  /** The updates that were made, in all branches of a run together. */
  long made() {
    return runs.get(0).updatesMade();
  }

  /** The memory that it takes: checkpoints and losses. */
  long bytes() {
    return runs.stream().mapToLong(run -> run.bytes() + Double.BYTES * run.updatesMade()).sum();
  }

  /** The same pair with so few checkpoints that it takes no more memory, if that is possible. */
  EarlierPair<V> within(long most) {
    return new EarlierPair<>(
        runs.stream().map(run -> run.within(most / runs.size())).toList(), shown, state);
  }

  /** The words for its name and how far it had come. */
  String words(Texts texts) {
    return texts.of("run.pair.short", state.name(), Numbers.grouped(runs.get(0).here().updates()));
  }
}
