package dev.backstep.io.session;

import dev.backstep.io.TooLargeException;
import dev.backstep.io.session.SessionDocument.BranchEntry;
import dev.backstep.io.session.SessionDocument.ChangeEntry;
import dev.backstep.io.session.SessionDocument.CheckpointEntry;
import dev.backstep.io.settings.SettingsEntry;
import dev.backstep.math.Series;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Heap;
import dev.backstep.text.TextMode;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.BranchSummary.Steepest;
import dev.backstep.training.history.SavedBranch;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.history.SettingsChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one session. What does not go together is an {@link IllegalArgumentException}. */
final class SessionInput {
  private static final long MOST_JSON = 32L << 20;

  /** As objects the description takes some ten times its bytes. */
  private static final int PARTS_OF_HEAP = 16;

  private final SectionReader sections;
  private final long mostNumbers;

  /**
   * @param mostNumbers bytes that orders and numbers may take together
   */
  SessionInput(SectionReader sections, long mostNumbers) {
    this.sections = sections;
    this.mostNumbers = mostNumbers;
  }

  SessionDocument document() throws IOException {
    return SessionJson.read(
        sections.section("JSON", Math.min(MOST_JSON, Heap.part(PARTS_OF_HEAP))));
  }

  Session read() throws IOException, CorpusException {
    SessionDocument document = document();
    List<RunSettings> settings = document.settings().stream().map(SettingsEntry::settings).toList();
    double heldOutShare =
        SharedInstances.at(settings, document.here().settings(), "setting").heldOutShare();
    TrainingData data = TrainingData.split(corpus(document), heldOutShare, document.seed());
    Reading reading = new Reading(document, data, settings);
    return new Session(reading.run(), document.view());
  }

  private Corpus corpus(SessionDocument document) throws IOException, CorpusException {
    SessionDocument.Text text = document.text();
    TextMode mode = text.window() == 0 ? new TextMode.Lines() : new TextMode.Windows(text.window());
    byte[] utf8 = sections.section("TEXT", CorpusReader.MAX_BYTES);
    Corpus corpus = CorpusReader.read(text.name(), utf8, mode);
    if (!corpus.vocabulary().characters().equals(text.characters())) {
      throw new IllegalArgumentException("its text has other characters than the net knows");
    }
    return corpus;
  }

  /** The rows of numbers, in the order in which they stand in the file. */
  private final class Reading {
    private final SessionDocument document;
    private final TrainingData data;
    private final List<RunSettings> settings;
    private final SessionNumbers numbers;
    private final List<int[]> orders = new ArrayList<>();

    Reading(SessionDocument document, TrainingData data, List<RunSettings> settings) {
      this.document = document;
      this.data = data;
      this.settings = settings;
      numbers = new SessionNumbers(data.corpus().vocabulary().size(), this::settings);
    }

    private RunSettings settings(int place) {
      return SharedInstances.at(settings, place, "setting");
    }

    SavedRun run() throws IOException {
      long orderBytes = (long) Integer.BYTES * data.train().size() * document.orders();
      long bytes = Double.BYTES * numbers.count(document);
      sections.requireBytes(orderBytes, bytes);
      if (orderBytes + bytes > mostNumbers) {
        throw new TooLargeException("its numbers take", orderBytes + bytes, mostNumbers);
      }
      sections.begin("ORDR", orderBytes);
      while (orders.size() < document.orders()) {
        orders.add(sections.ints(data.train().size()));
      }
      sections.end();
      sections.begin("NUMB", bytes);
      List<SavedBranch> branches = new ArrayList<>();
      for (BranchEntry entry : document.branches()) {
        branches.add(branch(branches.size(), entry));
      }
      Checkpoint here = numbers.read(document.here(), orders, sections);
      sections.end();
      sections.requireEnd();
      return new SavedRun(data, branches, document.current(), here, document.diverged());
    }

    private SavedBranch branch(int number, BranchEntry entry) throws IOException {
      Series losses = new Series();
      losses.addAll(sections.doubles(entry.losses()));
      List<HeldOutPoint> heldOut = new ArrayList<>();
      for (long updates : entry.heldOut()) {
        heldOut.add(new HeldOutPoint(updates, sections.nextDouble(), sections.nextDouble()));
      }
      Steepest steepest = null;
      for (long update : entry.steepest()) {
        steepest = new Steepest(update, sections.nextDouble());
      }
      List<Checkpoint> checkpoints = new ArrayList<>();
      for (CheckpointEntry each : entry.checkpoints()) {
        checkpoints.add(numbers.read(each, orders, sections));
      }
      BranchSummary summary =
          new BranchSummary(
              number,
              entry.parent(),
              entry.start(),
              entry.changes().stream().map(this::change).toList(),
              losses,
              heldOut,
              entry.divergence().stream().findFirst().orElse(null),
              steepest);
      return new SavedBranch(summary, checkpoints);
    }

    private SettingsChange change(ChangeEntry entry) {
      return new SettingsChange(entry.update(), settings(entry.before()), settings(entry.after()));
    }
  }
}
