package dev.backstep.words;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Judgement;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Numbers;
import dev.backstep.model.Example;
import dev.backstep.model.Shape;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.arithmetic.Arithmetic;
import dev.backstep.trace.arithmetic.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcome of a check, as lines of text. */
public final class CheckReport {
  /** So many timesteps are drawn, one sign each. */
  private static final int WIDEST = 60;

  private static final String OPEN = "cannot be judged";

  private static final Texts TEXTS = Texts.load();

  private final Verdict verdict;
  private final Diagnosis diagnosis;
  private final DiagnosisWords words;
  private final List<String> lines = new ArrayList<>();

  public CheckReport(Verdict verdict, Diagnosis diagnosis) {
    this.verdict = verdict;
    this.diagnosis = diagnosis;
    words = new DiagnosisWords(TEXTS, FaultTexts.load(), verdict, diagnosis);
  }

  /** Each line without its end. */
  public List<String> lines() {
    addHead();
    addGrid();
    verdict.firstWrong().ifPresent(this::addFirstWrong);
    addDiagnosis();
    return lines;
  }

  private void addHead() {
    Submission submission = verdict.submission();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: names of %s, %s; %s",
            submission.source(),
            submission.naming().title() + cell(submission),
            sizes(submission),
            words.tolerance()));
    lines.addAll(verdict.remarks());
    lines.add("");
  }

  /** V, or what goes in and comes out where that is not the characters; H; T of each sequence. */
  private static String sizes(Submission submission) {
    Shape shape = submission.shape();
    Net net = submission.batch().net();
    List<String> sizes = new ArrayList<>();
    if (!net.input().equals(Input.REAL)) {
      sizes.add("V = " + shape.vocabulary());
    }
    if (!net.input().equals(Input.ONE_HOT)) {
      sizes.add("D = " + shape.inputs());
    }
    sizes.add("H = " + shape.hidden());
    if (net.head().output().isPresent() && shape.outputs() != shape.vocabulary()) {
      sizes.add("K = " + shape.outputs());
    }
    String lengths =
        submission.batch().sequences().stream()
            .map(Example::length)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String of = submission.hasMany() ? submission.batch().size() + " sequences of T = " : "T = ";
    sizes.add(of + lengths);
    return String.join(", ", sizes);
  }

  /** The vanilla net goes without saying. */
  private static String cell(Submission submission) {
    Net net = submission.batch().net();
    String cell = net.equals(Vanilla.NET) ? "" : ", " + TEXTS.of("words.cell." + net.id());
    return cell + input(net.input()) + head(net.head());
  }

  /** One-hot characters go without saying. */
  private static String input(Input input) {
    return input.equals(Input.ONE_HOT) ? "" : ", " + TEXTS.of("words.input." + input.id());
  }

  /** Softmax goes without saying. */
  private static String head(Head head) {
    boolean isSoftmax = head.id().equals(Head.SOFTMAX.id());
    return isSoftmax ? "" : ", " + TEXTS.of("words.head." + head.id());
  }

  private void addGrid() {
    List<RowJudgement> rows = verdict.rows().stream().filter(RowJudgement::isSupplied).toList();
    int width = rows.stream().map(row -> row.name().length()).reduce(0, Math::max) + 2;
    if (!rows.isEmpty() && verdict.submission().length() <= WIDEST) {
      lines.add(" ".repeat(width) + timesteps());
    }
    rows.forEach(row -> lines.add(pad(row.name(), width) + grid(row)));
    String totals =
        verdict.totals().stream()
            .filter(total -> total.judgement().isSupplied())
            .map(CheckReport::total)
            .collect(Collectors.joining("   "));
    lines.add(totals.isEmpty() ? "no totals" : "totals: " + totals);
    if (verdict.loss().isSupplied()) {
      lines.add("loss: " + outcome(verdict.loss()));
    }
    addMissing();
    lines.add("");
  }

  private void addMissing() {
    String missing =
        Stream.concat(
                verdict.rows().stream().filter(this::isMissing).map(RowJudgement::name),
                verdict.totals().stream()
                    .filter(total -> !total.judgement().isSupplied())
                    .map(TotalJudgement::name))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      lines.add("not supplied: " + missing);
    }
  }

  /** The loss as a whole stands for those of the timesteps. */
  private boolean isMissing(RowJudgement row) {
    boolean isLoss = row.quantity() == null;
    return !row.isSupplied() && !(isLoss && verdict.loss().isSupplied());
  }

  /** The last digit of every timestep. */
  private String timesteps() {
    StringBuilder digits = new StringBuilder();
    for (Example sequence : verdict.submission().batch().sequences()) {
      for (int t = 0; t < sequence.length(); t++) {
        digits.append(t % 10);
      }
    }
    return digits.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String grid(RowJudgement row) {
    int[] wrong = row.wrongTimesteps();
    String signs =
        row.cells().size() > WIDEST
            ? ""
            : row.cells().stream()
                    .map(cell -> cell.agrees() ? "·" : cell.isOpen() ? "?" : "x")
                    .collect(Collectors.joining())
                + "  ";
    double worst =
        row.cells().stream()
            .filter(Judgement::differs)
            .mapToDouble(Judgement::error)
            .max()
            .orElse(0);
    long open = row.cells().stream().filter(Judgement::isOpen).count();
    if (wrong.length == 0) {
      return signs + (open == 0 ? "agrees" : OPEN + where(open, row));
    }
    return String.format(
        Locale.ROOT,
        "%sdiffers%s, by up to %s%s",
        signs,
        where(wrong.length, row),
        Numbers.three(worst),
        open == 0 ? "" : "; " + OPEN + where(open, row));
  }

  private static String where(long some, RowJudgement row) {
    int all = row.cells().size();
    return all == 1 ? "" : String.format(Locale.ROOT, " at %d of %d timesteps", some, all);
  }

  private static String total(TotalJudgement total) {
    return total.judgement().differs()
        ? String.format(
            Locale.ROOT, "%s off by %s", total.name(), Numbers.three(total.judgement().error()))
        : total.name() + " " + outcome(total.judgement());
  }

  private static String outcome(Judgement judgement) {
    return judgement.agrees() ? "agrees" : judgement.isOpen() ? OPEN : "differs";
  }

  private void addFirstWrong(JudgedEntry wrong) {
    String where =
        wrong.timestep() < 0 ? "" : " at " + verdict.submission().place(wrong.timestep());
    String first = diagnosis.doubt().isPresent() ? "First that is another: " : "First wrong: ";
    lines.add(first + wrong.what() + wrong.index() + where);
    String more = wrong.isClose() ? " = " + wrong.rightApart() : "";
    String right =
        wrong
            .derivation()
            .map(derivation -> arithmetic(derivation) + more)
            .orElse(wrong.rightApart());
    lines.add("  right  " + right);
    lines.add("  yours  " + wrong.yoursApart());
    lines.add("");
  }

  /** A written-out number on one line. */
  public static String arithmetic(Derivation derivation) {
    Arithmetic arithmetic = new Arithmetic(derivation);
    String numbers =
        arithmetic.numbers(TEXTS).stream()
            .map(Arithmetic.Piece::text)
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%s = %s %s %s",
        derivation.name(),
        derivation.formula(),
        numbers,
        arithmetic.result());
  }

  private void addDiagnosis() {
    lines.add(words.headline());
    if (diagnosis.isFound()) {
      for (DiagnosisWords.Lines each : words.lines(diagnosis.explanations().get(0))) {
        addLine("  your line  ", each.wrong());
        addLine("  should be  ", each.right());
      }
    }
    words.howSure().forEach(sentence -> lines.add("  " + sentence));
  }

  private void addLine(String head, String code) {
    String[] parts = code.lines().toArray(String[]::new);
    for (int i = 0; i < parts.length; i++) {
      lines.add((i == 0 ? head : " ".repeat(head.length())) + parts[i]);
    }
  }
}
