package dev.backstep.words;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.diagnosis.GradientChange;
import dev.backstep.check.diagnosis.NeededData;
import dev.backstep.check.submission.Tolerance;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchFaultTexts;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.math.Numbers;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A diagnosis in sentences. */
public final class DiagnosisWords {
  /** Of the faults that would not be seen so many are told. */
  private static final int TOLD = 6;

  private final Texts texts;
  private final FaultTexts faults;
  private final Verdict verdict;
  private final Diagnosis diagnosis;

  public DiagnosisWords(Texts texts, FaultTexts faults, Verdict verdict, Diagnosis diagnosis) {
    this.texts = texts;
    this.faults = faults;
    this.verdict = verdict;
    this.diagnosis = diagnosis;
  }

  private String of(String key, Object... values) {
    return texts.of(key, values);
  }

  /** float64, float32 or float16, and to what numbers are compared. */
  public String tolerance() {
    Tolerance tolerance = verdict.submission().tolerance();
    return of(
        "words.check.tolerance." + verdict.submission().precision(),
        Numbers.typed(tolerance.relative()));
  }

  /** The diagnosis in one sentence. */
  public String headline() {
    if (diagnosis.isFound()) {
      return headline(diagnosis.explanations().get(0));
    }
    if (verdict.agrees()) {
      return of(verdict.open() == 0 ? "words.check.found.right" : rightOrOpen());
    }
    if (diagnosis.doubt().isPresent()) {
      return of("words.check.found.doubt", diagnosis.doubt().get());
    }
    if (diagnosis.isRight()) {
      return of("words.check.found.loss-only");
    }
    return diagnosis.isBlurred()
        ? of("words.check.found.blurred")
        : of("words.check.found.nothing", diagnosis.faultsTried());
  }

  private String rightOrOpen() {
    return verdict.right() == 0 ? "words.check.found.open" : "words.check.found.right-or-open";
  }

  private String headline(Explanation explanation) {
    if (explanation.change().isOfOtherSequences()) {
      return of(
          "words.check.fault." + explanation.change().kind(),
          explanation.faults().get(0).id(),
          explanation.change().what());
    }
    if (explanation.faults().isEmpty()) {
      return change(explanation.change());
    }
    String fault = faults(explanation);
    return explanation.change().isNone()
        ? fault
        : of("words.check.fault.and", fault, change(explanation.change()));
  }

  private String faults(Explanation explanation) {
    Fault first = explanation.faults().get(0);
    if (explanation.faults().size() > 1) {
      Fault second = explanation.faults().get(1);
      return of("words.check.fault.two", first.id(), title(first), second.id(), title(second));
    }
    return explanation.isComplete()
        ? of("words.check.fault.one", first.id(), title(first))
        : of(
            "words.check.fault.partly",
            first.id(),
            title(first),
            explanation.unexplained().stream().sorted().collect(Collectors.joining(", ")));
  }

  private String change(GradientChange change) {
    if (change.kind() == GradientChange.Kind.BATCH) {
      return named(of("words.check.batch." + change.what()));
    }
    boolean isGuess =
        change.kind() == GradientChange.Kind.RATE && verdict.submission().learningRate().isEmpty();
    return of(
        "words.check.change." + (isGuess ? "LIKELY_RATE" : change.kind()),
        Numbers.typed(change.value()),
        verdict.submission().length(),
        change.what());
  }

  private String title(Fault fault) {
    return faults.title(fault, net(), notation());
  }

  /** By which numbers the fault gives itself away. */
  public String lookFor(Fault fault) {
    return faults.lookFor(fault, net(), notation());
  }

  /** On what data the fault is not seen, or hardly. */
  public String hides(Fault fault) {
    return faults.hides(fault, net(), notation());
  }

  /**
   * The same words, with the names that weights and their gradients have in the file: W2 is Whh.
   */
  public String named(String words) {
    return notation().named(words);
  }

  private Notation notation() {
    return verdict.submission().naming().notation();
  }

  /** The line as it seems to be, in the dialect of the file. */
  public String faultyLine(Fault fault) {
    return faults.faultyLine(fault, net(), notation());
  }

  /** The line as it should be, in the dialect of the file. */
  public String rightLine(Fault fault) {
    return faults.rightLine(fault, net(), notation());
  }

  /**
   * A line as it seems to be, and as it should be; several lines after one another are separated by
   * a line break.
   */
  public record Lines(String wrong, String right) {}

  /** The lines of what is wrong by an explanation, in the names of the file. */
  public List<Lines> lines(Explanation explanation) {
    return Stream.concat(
            explanation.faults().stream()
                .map(fault -> new Lines(faultyLine(fault), rightLine(fault))),
            explanation.batchFault().stream().map(this::lines))
        .toList();
  }

  private Lines lines(BatchFault fault) {
    BatchFaultTexts ofBatches = BatchFaultTexts.load();
    BatchNames names = verdict.submission().naming().ofBatch();
    return new Lines(
        ofBatches.faultyLine(fault, net(), notation(), names),
        ofBatches.rightLine(fault, net(), notation(), names));
  }

  /** By which numbers a fault of a batch gives itself away, in the names of the file. */
  public String lookFor(BatchFault fault) {
    return BatchFaultTexts.load().lookFor(fault, notation());
  }

  /** On what data a fault of a batch is not seen. */
  public String hides(BatchFault fault) {
    return BatchFaultTexts.load().hides(fault);
  }

  /** The certainty, and what would make it surer. */
  public List<String> howSure() {
    List<String> sentences = new ArrayList<>();
    if (diagnosis.isFound()) {
      addRivals(sentences);
    }
    if (diagnosis.doubt().isPresent()) {
      sentences.add(of("words.check.doubt.late"));
      sentences.add(of("words.check.doubt.other"));
    }
    sentences.addAll(diagnosis.notes());
    String key = diagnosis.isFound() ? "words.check.same.here" : "words.check.hidden.here";
    diagnosis.apart().stream()
        .limit(TOLD)
        .forEach(apart -> sentences.add(of(key, apart.fault().id(), needed(apart.needed()))));
    if (asksForRows()) {
      sentences.add(
          of(
              "words.check.ask.rows",
              net().flow().stream().map(Vector::name).collect(Collectors.joining(" "))));
    }
    WeakEvidence[] weak = WeakEvidence.values();
    Stream.of(weak)
        .filter(diagnosis.weakEvidence()::contains)
        .forEach(evidence -> sentences.add(named(evidence(evidence))));
    return sentences;
  }

  /**
   * Whether rows would tell more: where there are gates nearly every fault spoils all totals, and
   * where it begins is seen in the cells alone.
   */
  private boolean asksForRows() {
    boolean hasRows =
        verdict.rows().stream()
            .anyMatch(row -> row.isSupplied() && net().flow().contains(row.quantity()));
    return net().preActivations().size() > 1
        && !verdict.agrees()
        && !diagnosis.isFound()
        && diagnosis.doubt().isEmpty()
        && !hasRows;
  }

  private Net net() {
    return verdict.submission().given().net();
  }

  private String evidence(WeakEvidence weak) {
    NetWords named = new NetWords(net());
    String key = named.key(texts, "words.check.evidence." + weak);
    return of(key, named.recurrentWeights(), named.functions());
  }

  private void addRivals(List<String> sentences) {
    Explanation first = diagnosis.explanations().get(0);
    boolean isAlone = diagnosis.explanations().size() == 1;
    boolean isProven = first.isComplete() && !first.change().isOfOtherSequences();
    if (first.faults().size() == 1 && isProven && isAlone) {
      sentences.add(of("words.check.sure.alone", diagnosis.faultsTried() - 1));
    }
    diagnosis.explanations().stream()
        .skip(1)
        .map(Explanation::change)
        .filter(change -> change.kind() == GradientChange.Kind.BATCH)
        .forEach(change -> sentences.add(of("words.check.same.batch", change.what())));
    if (first.faults().contains(Fault.AVERAGED_BY_T)) {
      sentences.add(of("words.check.sure.mean"));
    }
    if (first.faults().size() > 1) {
      sentences.add(of("words.check.sure.pair", diagnosis.pairsTried()));
      diagnosis.explanations().stream()
          .skip(1)
          .map(Explanation::faults)
          .forEach(
              pair ->
                  sentences.add(
                      of("words.check.sure.more-pairs", pair.get(0).id(), pair.get(1).id())));
    }
  }

  private String needed(NeededData needed) {
    return of("words.check.needed." + needed.kind(), named(needed.what()));
  }
}
