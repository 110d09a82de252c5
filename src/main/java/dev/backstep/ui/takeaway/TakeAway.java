package dev.backstep.ui.takeaway;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.TraceArrays;
import dev.backstep.io.csv.CsvTables;
import dev.backstep.io.python.NumPyScript;
import dev.backstep.io.python.NumPyUpdateScript;
import dev.backstep.math.MatrixView;
import dev.backstep.math.NdArray;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be taken away from the screen: numbers as CSV, names for files, and what is said. */
public final class TakeAway {
  private static final int LONGEST_WORD = 24;

  /** How long it is said that something was done, in seconds. */
  private static final double SAID = 5;

  private final MainViewModel main;
  private final Texts texts;
  private double said;

  public TakeAway(MainViewModel main) {
    this.main = main;
    texts = main.texts();
  }

  /** The trace whose numbers the screen shows; null before there is any. */
  public Trace trace() {
    return switch (main.screenProperty().get()) {
      case STEP -> main.step().traceProperty().get();
      case COMPARE -> main.compare().a().traceProperty().get();
      case BUG_LAB -> main.bugLab().rightTrace();
      case MY_CODE -> main.myCode().trace();
      default -> main.session().run().traceProperty().get();
    };
  }

  /** Whether there is a cell under the cursor of the Step screen. */
  public boolean hasCell() {
    return main.step().traceProperty().get() != null;
  }

  /** The numbers of the Step screen, the newest also where training went on behind another. */
  private Trace stepped() {
    main.following().catchUp();
    return main.step().traceProperty().get();
  }

  /** Every vector of the cell under the cursor as CSV. */
  public String cell() {
    Trace trace = stepped();
    int t = timestep();
    return CsvTables.cell(trace, t, quantity -> isSeen(quantity, t));
  }

  /** Every array of the sequence under the cursor as .npz; to be encoded on any thread. */
  public Supplier<byte[]> step() {
    Trace trace = stepped();
    Optional<NdArray> characters = characters();
    return () -> {
      Map<String, NdArray> arrays = TraceArrays.of(trace);
      characters.ifPresent(known -> arrays.put("chars", known));
      return ArrayFile.npz(arrays);
    };
  }

  /** A script of the cell or the update under the cursor; to be written on any thread. */
  public Supplier<String> test() {
    Trace trace = stepped();
    Notation notation = main.step().notationProperty().get();
    Moment moment = main.step().momentProperty().get();
    return moment.phase() == Phase.UPDATE
        ? () -> NumPyUpdateScript.of(trace, notation)
        : () -> NumPyScript.of(trace, moment.timestep(), notation);
  }

  /** Those of the run; of somebody's own program only the ids are sure. */
  private Optional<NdArray> characters() {
    return main.codeVisit().check().isPresent()
        ? Optional.empty()
        : Optional.of(
            TraceArrays.characters(
                main.session().dataProperty().get().corpus().vocabulary().characters()));
  }

  /** A quantity of every timestep as CSV, as far as it is computed. */
  public String quantity(Vector quantity) {
    return CsvTables.overTime(stepped(), quantity, t -> isSeen(quantity, t));
  }

  private boolean isSeen(Vector quantity, int t) {
    return main.step().isComputed(quantity, t) && !main.covers().isCovered(quantity, t);
  }

  /** Weights as CSV. */
  public String weights(String parameter) {
    Trace trace = stepped();
    return CsvTables.parameter(trace, parameter, parameter, trace.weights(parameter));
  }

  /** The gradient as far as the backward pass has come and is seen, as CSV; else zeros. */
  public String gradient(String parameter) {
    Trace trace = stepped();
    return CsvTables.parameter(trace, "d" + parameter, parameter, gradientSoFar(parameter));
  }

  private MatrixView gradientSoFar(String parameter) {
    Trace trace = stepped();
    int t = 0;
    while (t < trace.length() && !isSeen(Cell.DH, t)) {
      t++;
    }
    return t < trace.length()
        ? trace.accumulator(parameter, t).after()
        : trace.accumulator(parameter, t - 1).before();
  }

  private int timestep() {
    return main.step().momentProperty().get().timestep();
  }

  /** A name for a file without its ending: {@code dh-t6-triceratops}. */
  public String fileName(String what) {
    if (trace() == null) {
      return plain(what);
    }
    return plain(what)
        + switch (main.screenProperty().get()) {
          case STEP -> "-t" + timestep() + "-" + plain(word());
          case TRAIN -> "-update-" + updates();
          default -> "-" + plain(word());
        };
  }

  /** Where the screen stands, in words: at which cell of which sequence, or after which update. */
  public String whereabouts() {
    return switch (main.screenProperty().get()) {
      case STEP -> texts.of("takeaway.at.step", word(), timestep());
      case TRAIN -> texts.of("takeaway.at.train", Numbers.grouped(updates()));
      default -> word();
    };
  }

  private long updates() {
    return main.session().run().progressProperty().get().updates();
  }

  /** What the sequence reads, in the signs of the screen. */
  public String word() {
    Trace trace = trace();
    return IntStream.range(0, Math.min(LONGEST_WORD, trace.length()))
        .mapToObj(t -> trace.label(trace.input(t)))
        .collect(Collectors.joining());
  }

  /** Letters and digits as they are, so that every file system takes it. */
  private static String plain(String words) {
    String plain = words.replaceAll("[^\\p{L}\\p{N}_]+", "-").replaceAll("^-|-$", "").strip();
    return plain.isEmpty() ? "sequence" : plain;
  }

  /** The name of the screen that is shown, for a file. */
  public String screenName() {
    return "backstep-" + main.screenProperty().get().name().toLowerCase(Locale.ROOT);
  }

  public Notice saved(Path file) {
    return new Notice(false, texts.of("takeaway.saved", file.toString()));
  }

  public Notice notSaved(Path file, IOException cause) {
    return new Notice(true, new NotWritten(texts).sentence(file, cause));
  }

  public void copied(String what) {
    tell(new Notice(false, texts.of("takeaway.copied", what)));
  }

  /** Says something in the notice bar; that something was done only for a while. */
  public void tell(Notice notice) {
    main.session().tell(notice);
    said = notice.isRefusal() ? 0 : SAID;
  }

  /** No longer says it, if it is still what is said. */
  public void takeBack(Notice notice) {
    if (notice != null && main.session().noticeProperty().get() == notice) {
      main.session().dismissNotice();
    }
  }

  /** No longer says that something was done. */
  public void hush() {
    if (said > 0) {
      said = 0;
      main.session().dismissNotice();
    }
  }

  /** Lets time pass. */
  public void tick(double seconds) {
    if (said > 0 && said <= seconds) {
      hush();
    }
    said = Math.max(0, said - seconds);
  }
}
