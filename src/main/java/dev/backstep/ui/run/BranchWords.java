package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.SettingsChange;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Branches and changes of settings in words. */
public record BranchWords(Texts texts) {
  /** "learning rate 0.1 → 0.05". */
  public String of(SettingsChange change) {
    List<String> parts = new ArrayList<>();
    RunSettings before = change.before();
    RunSettings after = change.after();
    add(parts, "run.change.optimizer", before.optimizer().title(), after.optimizer().title());
    add(
        parts,
        "run.change.learning-rate",
        Numbers.plain(before.learningRate()),
        Numbers.plain(after.learningRate()));
    SettingWords words = new SettingWords(texts);
    add(
        parts,
        "run.change.clip",
        words.clipping(before.clipping()),
        words.clipping(after.clipping()));
    add(
        parts,
        "run.change.state",
        words.state(before.hiddenState()),
        words.state(after.hiddenState()));
    add(
        parts,
        "run.change.truncation",
        words.truncation(before.truncation()),
        words.truncation(after.truncation()));
    add(
        parts,
        "run.change.padding",
        words.padding(before.padding()),
        words.padding(after.padding()));
    add(parts, "run.change.loss", words.loss(before.padding()), words.loss(after.padding()));
    add(parts, "run.change.fault", words.fault(before.fault()), words.fault(after.fault()));
    return parts.isEmpty() ? texts.of("run.change.nothing") : String.join(", ", parts);
  }

  private void add(List<String> parts, String key, String before, String after) {
    if (!before.equals(after)) {
      parts.add(texts.of(key, before, after));
    }
  }

  /** The name of a branch: the first of a run is branch 1. */
  public String name(int number) {
    return texts.of("run.branch.name", number + 1);
  }

  /** Where a branch began and with what, in one line. */
  public String origin(BranchSummary branch) {
    if (branch.parent() < 0) {
      return texts.of("run.branch.first");
    }
    String changes =
        branch.changes().stream()
            .filter(change -> change.update() == branch.start())
            .map(this::of)
            .collect(Collectors.joining(", "));
    return texts.of(
        "run.branch.from",
        Numbers.grouped(branch.start()),
        changes.isEmpty() ? texts.of("run.change.nothing") : changes);
  }

  /** The changes in a branch after it began, one a line; empty if there were none. */
  public String later(BranchSummary branch) {
    return branch.changes().stream()
        .filter(change -> branch.parent() < 0 || change.update() > branch.start())
        .map(change -> texts.of("run.branch.later", Numbers.grouped(change.update()), of(change)))
        .collect(Collectors.joining("\n"));
  }

  /** The end of a branch. */
  public String end(BranchSummary branch) {
    return branch.divergence() == null
        ? texts.of("run.branch.end", Numbers.grouped(branch.tip()))
        : texts.of("run.branch.diverged", Numbers.grouped(branch.divergence().update()));
  }
}
