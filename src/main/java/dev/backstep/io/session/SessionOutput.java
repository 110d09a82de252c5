package dev.backstep.io.session;

import dev.backstep.io.session.SessionDocument.BranchEntry;
import dev.backstep.io.session.SessionDocument.ChangeEntry;
import dev.backstep.io.session.SessionDocument.CheckpointEntry;
import dev.backstep.io.settings.SettingsEntry;
import dev.backstep.text.Corpus;
import dev.backstep.text.TextMode;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.SavedBranch;
import dev.backstep.training.history.SavedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes one session: its document, its text, the orders of its epochs, and its numbers. */
final class SessionOutput {
  private final Session session;
  private final SavedRun run;
  private final Corpus corpus;
  private final SharedInstances<RunSettings> settings = new SharedInstances<>();
  private final SharedInstances<int[]> orders = new SharedInstances<>();

  SessionOutput(Session session) {
    this.session = session;
    run = session.run();
    corpus = run.data().corpus();
  }

  void writeTo(OutputStream out) throws IOException {
    SessionDocument document = document();
    SectionWriter sections = new SectionWriter(out);
    sections.section("JSON", SessionJson.write(document));
    sections.section("TEXT", corpus.utf8());
    sections.begin("ORDR", (long) Integer.BYTES * run.data().train().size() * orders.all().size());
    for (int[] order : orders.all()) {
      sections.put(order);
    }
    sections.end();
    SessionNumbers numbers = new SessionNumbers(corpus.vocabulary().size(), settings.all()::get);
    sections.begin("NUMB", Double.BYTES * numbers.count(document));
    writeNumbers(sections);
    sections.end();
  }

  private void writeNumbers(SectionWriter sections) throws IOException {
    for (SavedBranch branch : run.branches()) {
      BranchSummary summary = branch.summary();
      for (int i = 0; i < summary.losses().size(); i++) {
        sections.put(summary.losses().get(i));
      }
      for (HeldOutPoint point : summary.heldOut()) {
        sections.put(point.loss());
        sections.put(point.ownState());
      }
      if (summary.steepest() != null) {
        sections.put(summary.steepest().gradientNorm());
      }
      for (Checkpoint checkpoint : branch.checkpoints()) {
        SessionNumbers.write(checkpoint, sections);
      }
    }
    SessionNumbers.write(run.here(), sections);
  }

  private SessionDocument document() {
    List<BranchEntry> branches = run.branches().stream().map(this::entry).toList();
    CheckpointEntry here = entry(run.here());
    int window = corpus.mode() instanceof TextMode.Windows windows ? windows.length() : 0;
    return new SessionDocument(
        "Backstep",
        new SessionDocument.Text(corpus.name(), window, corpus.vocabulary().characters()),
        run.data().seed(),
        settings.all().stream().map(SettingsEntry::of).toList(),
        orders.all().size(),
        branches,
        run.current(),
        here,
        run.diverged(),
        session.view());
  }

  private BranchEntry entry(SavedBranch branch) {
    BranchSummary summary = branch.summary();
    return new BranchEntry(
        summary.parent(),
        summary.start(),
        summary.losses().size(),
        summary.heldOut().stream().map(HeldOutPoint::updates).toList(),
        summary.changes().stream()
            .map(
                each ->
                    new ChangeEntry(
                        each.update(), settings.place(each.before()), settings.place(each.after())))
            .toList(),
        Optional.ofNullable(summary.divergence()).stream().toList(),
        Optional.ofNullable(summary.steepest()).stream().map(each -> each.update()).toList(),
        branch.checkpoints().stream().map(this::entry).toList());
  }

  private CheckpointEntry entry(Checkpoint checkpoint) {
    return CheckpointEntry.of(
        checkpoint,
        settings.place(checkpoint.settings()),
        orders.place(checkpoint.order().order()));
  }
}
