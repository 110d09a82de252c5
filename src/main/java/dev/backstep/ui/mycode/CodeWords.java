package dev.backstep.ui.mycode;

import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Judgement;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.net.Input;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.words.DiagnosisWords;
import dev.backstep.words.NetWords;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the My code screen says about a check, in words. */
public final class CodeWords {
  private final Texts texts;
  private final CodeCheck check;
  private final Verdict verdict;
  private final Submission submission;
  private final DiagnosisWords diagnosis;
  private final CodeColumns columns;

  public CodeWords(Texts texts, CodeCheck check) {
    this.texts = texts;
    this.check = check;
    verdict = check.verdict();
    submission = check.submission();
    columns = check.columns();
    diagnosis = new DiagnosisWords(texts, FaultTexts.load(), verdict, check.diagnosis());
  }

  private String of(String key, Object... values) {
    return texts.of(key, values);
  }

  /** What was found, in sentences. */
  public DiagnosisWords diagnosis() {
    return diagnosis;
  }

  /**
   * A fault that is named.
   *
   * @param lookFor by which numbers it gives itself away
   * @param hides on what data it is not seen, or hardly
   */
  public record Named(DiagnosisWords.Lines lines, String lookFor, String hides) {}

  /** The faults of an explanation, each with its lines. */
  public List<Named> named(Explanation explanation) {
    List<DiagnosisWords.Lines> lines = diagnosis.lines(explanation);
    List<Named> all = new ArrayList<>();
    for (Fault fault : explanation.faults()) {
      all.add(new Named(lines.get(all.size()), diagnosis.lookFor(fault), diagnosis.hides(fault)));
    }
    explanation
        .batchFault()
        .map(
            fault ->
                new Named(lines.get(all.size()), diagnosis.lookFor(fault), diagnosis.hides(fault)))
        .ifPresent(all::add);
    return all;
  }

  /** The file and its sizes. */
  public String file() {
    return of(
        "mycode.file", submission.source(), sizes(), submission.shape().hidden(), times(), h0());
  }

  /** The sizes of what is read and predicted: V of characters, else D of numbers, and K. */
  private String sizes() {
    Shape shape = submission.shape();
    boolean isOfNumbers = shape.net().given().contains(Input.X);
    String read = isOfNumbers ? "D " + shape.inputs() : "V " + shape.vocabulary();
    boolean hasOwn =
        shape.net().head().output().isPresent() && shape.outputs() != shape.vocabulary();
    return hasOwn ? read + " · K " + shape.outputs() : read;
  }

  private String times() {
    return submission.hasMany()
        ? of(
            columns.longest() * submission.batch().size() == submission.length()
                ? "mycode.file.many"
                : "mycode.file.many.unequal",
            submission.batch().size(),
            columns.longest())
        : "T " + submission.length();
  }

  /** In whose names it is. */
  public String dialect() {
    return of("mycode.dialect", submission.naming().title());
  }

  /** What went wrong first, or that nothing did. */
  public String headline() {
    if (check.diagnosis().doubt().isPresent()) {
      return of("mycode.headline.doubt");
    }
    return verdict.firstWrong().map(this::headline).orElseGet(this::noneWrong);
  }

  private String noneWrong() {
    return of(verdict.open() == 0 ? "mycode.headline.agrees" : "mycode.headline.open");
  }

  private String headline(JudgedEntry wrong) {
    return wrong.timestep() < 0
        ? of("mycode.headline.total", wrong.what())
        : of("mycode.headline.cell", wrong.what(), submission.place(wrong.timestep()));
  }

  /** How far everything was right, and to what. */
  public String underHeadline() {
    if (check.diagnosis().doubt().isPresent()) {
      return of("mycode.under.doubt");
    }
    String tolerance = Numbers.typed(submission.tolerance().relative());
    if (verdict.firstWrong().isEmpty() && verdict.open() > 0) {
      return of(
          "mycode.under.open",
          Numbers.grouped(verdict.supplied()),
          tolerance,
          Numbers.grouped(verdict.open()));
    }
    if (verdict.firstWrong().isEmpty()) {
      return of("mycode.under.agrees", Numbers.grouped(verdict.supplied()), tolerance);
    }
    return hasRightBefore(verdict.firstWrong().get())
        ? of("mycode.under.before", tolerance)
        : of("mycode.under.nothing-before", net().flow());
  }

  /** Whether anything was supplied that is computed before the first wrong number. */
  private boolean hasRightBefore(JudgedEntry wrong) {
    return check.rows().stream()
        .anyMatch(
            row ->
                IntStream.range(0, submission.length())
                    .filter(t -> row.cells().get(t).agrees())
                    .anyMatch(t -> isBefore(row, t, wrong)));
  }

  private boolean isBefore(RowJudgement row, int t, JudgedEntry wrong) {
    if (wrong.timestep() < 0 || !isBackward(row)) {
      return true;
    }
    if (columns.sequence(t) != columns.sequence(wrong.timestep())) {
      return false;
    }
    return t > wrong.timestep()
        || (t == wrong.timestep() && place(row.name()) < place(wrong.what()));
  }

  private int place(String name) {
    return check.rows().stream().map(RowJudgement::name).toList().indexOf(name);
  }

  private static boolean isBackward(RowJudgement row) {
    return row.quantity() != null && row.quantity().phase() == Phase.BACKWARD;
  }

  /** The name of a row: that of the file, or where it has none the one that every screen has. */
  static String name(RowJudgement row) {
    Vector quantity = row.quantity();
    return quantity == null || row.isSupplied() || !row.name().equals(quantity.name())
        ? row.name()
        : quantity.written();
  }

  /** What is said of a square of the grid that is pointed at. */
  public String square(RowJudgement row, int t) {
    Judgement judgement = row.cells().get(t);
    return of("mycode.square", name(row), columns.words(texts, t), outcome(judgement));
  }

  /** What a chip for a gradient of the whole sequence says. */
  public String total(TotalJudgement total) {
    return chip(total.name(), total.judgement());
  }

  /** What a chip for the loss says. */
  public String loss() {
    return chip(of("mycode.loss"), verdict.loss());
  }

  private String chip(String name, Judgement judgement) {
    return of("mycode.chip." + key(judgement), name, Numbers.three(judgement.error()));
  }

  private String outcome(Judgement judgement) {
    return of("mycode.outcome." + key(judgement), Numbers.three(judgement.error()));
  }

  private static String key(Judgement judgement) {
    return judgement.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How much of what was supplied the diagnosis reproduces; empty where it does not do all. */
  public String reproduced() {
    boolean isComplete =
        check.diagnosis().isFound() && check.diagnosis().explanations().get(0).isComplete();
    if (!isComplete) {
      return "";
    }
    long totals = verdict.totals().stream().filter(each -> each.judgement().isSupplied()).count();
    long vectors =
        verdict.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(Judgement::isSupplied)
            .count();
    if (vectors == 0) {
      return of("mycode.reproduced.totals", totals);
    }
    return totals == 0
        ? of("mycode.reproduced.vectors", vectors)
        : of("mycode.reproduced", totals, vectors);
  }

  /** How sure the diagnosis is, and on what evidence. */
  public List<String> howSure() {
    List<String> sentences = new ArrayList<>(diagnosis.howSure());
    if (check.diagnosis().weakEvidence().isEmpty()) {
      sentences.add(diagnosis.named(goodEvidence()));
    }
    return sentences;
  }

  private String goodEvidence() {
    String key = net().key(texts, "mycode.evidence.good");
    return of(key, columns.longest(), net().recurrentWeights(), net().functions());
  }

  private NetWords net() {
    return new NetWords(submission.shape().net());
  }

  private String h0() {
    return of(submission.batch().beginsWithZeros() ? "mycode.h0.zero" : "mycode.h0.given");
  }

  /** Which number is written out. */
  public String entry(JudgedEntry entry) {
    String name = entry.what() + entry.index();
    return entry.timestep() < 0
        ? of("mycode.entry.total", name)
        : of("mycode.entry.cell", name, submission.place(entry.timestep()));
  }
}
