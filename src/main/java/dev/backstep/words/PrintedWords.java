package dev.backstep.words;

import dev.backstep.check.printed.NotebookFunction;
import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedFaults;
import dev.backstep.check.printed.PrintedShape;
import dev.backstep.check.printed.PrintedVerdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was printed of a function, judged, in sentences. */
public final class PrintedWords {
  /** Of names and lines so many are told. */
  private static final int TOLD = 6;

  /** A line of the user's is quoted as far as this. */
  private static final int QUOTED = 60;

  private static final Texts TEXTS = Texts.load();
  private static final FaultTexts FAULTS = FaultTexts.load();

  private final PrintedVerdict verdict;
  private final PrintedFaults faults;
  private final Notation notation;

  public PrintedWords(PrintedVerdict verdict) {
    this.verdict = verdict;
    faults = verdict.faults();
    notation = verdict.function().notation();
  }

  /** Which function it is, and how many numbers there are. */
  public String title() {
    String key = verdict.isExpected() ? "words.printed.title.expected" : "words.printed.title";
    int count = verdict.entries().size();
    return TEXTS.count(count, key, verdict.function().title(), count);
  }

  /** How many numbers are right. */
  public String count() {
    int right = verdict.right();
    return TEXTS.count(right, "words.printed.count", right, verdict.entries().size());
  }

  /** What it is, in one sentence or two. */
  public String headline() {
    if (verdict.hasRightNumbers()) {
      String key = verdict.agrees() ? "words.printed.right" : "words.printed.right.shapes";
      return TEXTS.of(key, verdict.function().title());
    }
    if (faults.isShort()) {
      int wrong = verdict.entries().size() - verdict.right();
      return TEXTS.count(wrong, "words.printed.short", wrong, verdict.entries().size());
    }
    if (!faults.isFound()) {
      return TEXTS.of("words.check.found.nothing", faults.tried());
    }
    return faults.explanations().size() > 1 ? several() : found(faults.explanations().get(0));
  }

  private String several() {
    boolean areSingle = faults.explanations().get(0).size() == 1;
    return TEXTS.of(
        areSingle ? "words.printed.some" : "words.printed.pairs",
        faults.explanations().size(),
        told(
            faults.explanations().stream()
                .map(each -> each.stream().map(Fault::id).collect(Collectors.joining(" + ")))
                .toList()));
  }

  private String found(List<Fault> found) {
    Fault first = found.get(0);
    if (found.size() > 1) {
      Fault second = found.get(1);
      return TEXTS.of(
          "words.check.fault.two", first.id(), title(first), second.id(), title(second));
    }
    String sentence = TEXTS.of("words.check.fault.one", first.id(), title(first));
    return verdict.isOfNotebook() ? TEXTS.of("words.printed.notebook", sentence) : sentence;
  }

  private String title(Fault fault) {
    return FAULTS.title(fault, verdict.function().net(), notation);
  }

  /** The faults that are named for certain. */
  public List<Fault> named() {
    return faults.explanations().size() == 1 ? faults.explanations().get(0) : List.of();
  }

  /** The line as it seems to be. */
  public String faultyLine(Fault fault) {
    return FAULTS.faultyLine(fault, verdict.function().net(), notation);
  }

  /** The line as it should be. */
  public String rightLine(Fault fault) {
    return FAULTS.rightLine(fault, verdict.function().net(), notation);
  }

  /** What is to be known beside that. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (NotebookFunction other : verdict.others()) {
      notes.add(TEXTS.of("words.printed.other", other.title()));
    }
    if (!named().isEmpty()) {
      addNames(notes);
      notes.add(
          named().size() == 1
              ? TEXTS.of("words.check.sure.alone", faults.tried() - 1)
              : TEXTS.of("words.printed.pair", faults.pairs()));
    }
    addNotebook(notes);
    if (!faults.elsewhere().isEmpty()) {
      notes.add(TEXTS.of("words.printed.elsewhere", ids(faults.elsewhere())));
    }
    verdict
        .function()
        .overTime()
        .filter(longer -> !faults.overTime().isEmpty())
        .map(longer -> TEXTS.of("words.printed.over-time", ids(faults.overTime()), longer.title()))
        .ifPresent(notes::add);
    if (verdict.hasEarlierBias()) {
      notes.add(TEXTS.of("words.printed.bias"));
    }
    for (PrintedShape shape : verdict.shapes()) {
      notes.add(TEXTS.of("words.printed.shape", shape.label(), shape.yours(), shape.right()));
    }
    if (!verdict.outside().isEmpty()) {
      notes.add(TEXTS.of("words.printed.outside", told(verdict.outside())));
    }
    return notes;
  }

  /** What is in the lines and has no name in the notebook, or stands for a part of an array. */
  private void addNames(List<String> notes) {
    String lines =
        named().stream()
            .map(fault -> faultyLine(fault) + "\n" + rightLine(fault))
            .collect(Collectors.joining("\n"));
    for (String name : List.of("n_a", "dc")) {
      if (Pattern.compile("(?<![\\w.])" + name + "\\b").matcher(lines).find()) {
        notes.add(TEXTS.of("words.printed.names." + name));
      }
    }
  }

  private void addNotebook(List<String> notes) {
    if (verdict.hasFaultOfNotebook() && !named().isEmpty()) {
      notes.add(TEXTS.of("words.printed.notebook.line"));
    }
    if (verdict.hasFaultOfNotebook() && !verdict.isOfNotebook()) {
      notes.add(TEXTS.of("words.printed.notebook.part", PrintedVerdict.FAULT_OF_NOTEBOOK));
    }
    boolean isRight = verdict.hasRightNumbers() && !verdict.isExpected();
    if (isRight && verdict.function() == NotebookFunction.LSTM_BACKWARD) {
      notes.add(TEXTS.of("words.printed.notebook.right", PrintedVerdict.FAULT_OF_NOTEBOOK));
    }
  }

  private static String ids(List<Fault> faults) {
    return told(faults.stream().map(Fault::id).toList());
  }

  /** What is said of the text as a whole: names that nothing is known of, lines left out. */
  public static List<String> remarks(PrintedCheck check) {
    List<String> remarks = new ArrayList<>();
    if (!check.others().isEmpty()) {
      remarks.add(TEXTS.of("words.printed.others", told(check.others())));
    }
    if (!check.leftOut().isEmpty()) {
      List<String> quoted =
          check.leftOut().stream().map(line -> "“" + shortened(line) + "”").toList();
      remarks.add(TEXTS.of("words.printed.left-out", told(quoted)));
    }
    return remarks;
  }

  private static String shortened(String line) {
    boolean isLong = line.codePointCount(0, line.length()) > QUOTED;
    return isLong ? line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…" : line;
  }

  private static String told(List<String> some) {
    String first = some.stream().limit(TOLD).collect(Collectors.joining(", "));
    int more = some.size() - TOLD;
    return more > 0 ? first + " " + TEXTS.of("words.printed.more", more) : first;
  }
}
