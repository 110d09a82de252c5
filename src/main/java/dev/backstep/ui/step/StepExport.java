package dev.backstep.ui.step;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.TraceArrays;
import dev.backstep.io.csv.CsvTables;
import dev.backstep.io.python.NumPyScript;
import dev.backstep.io.python.NumPyUpdateScript;
import dev.backstep.math.MatrixView;
import dev.backstep.math.NdArray;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.run.SessionViewModel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The numbers of the Step screen for files and the clipboard: no more than is computed, and nothing
 * that is covered.
 */
public final class StepExport {
  private final SessionViewModel session;
  private final StepViewModel step;
  private final StepSource source;
  private final GuessFirst guessFirst;
  private final Guest guest;

  public StepExport(
      SessionViewModel session,
      StepViewModel step,
      StepSource source,
      GuessFirst guessFirst,
      Guest guest) {
    this.session = session;
    this.step = step;
    this.source = source;
    this.guessFirst = guessFirst;
    this.guest = guest;
  }

  /** The numbers of the screen, the newest also where training went on behind another. */
  private Trace trace() {
    source.catchUp();
    return step.traceProperty().get();
  }

  private Moment moment() {
    return step.momentProperty().get();
  }

  /** Every vector of the cell under the cursor as CSV. */
  public String cell() {
    Trace trace = trace();
    int t = moment().timestep();
    return CsvTables.cell(trace, t, quantity -> isSeen(quantity, t));
  }

  /** Every array of the sequence under the cursor as .npz; to be encoded on any thread. */
  public Supplier<byte[]> step() {
    Trace trace = trace();
    Optional<NdArray> characters = characters();
    return () -> {
      Map<String, NdArray> arrays = TraceArrays.of(trace);
      characters.ifPresent(known -> arrays.put("chars", known));
      return ArrayFile.npz(arrays);
    };
  }

  /** A script of the cell or the update under the cursor; to be written on any thread. */
  public Supplier<String> script() {
    Trace trace = trace();
    Notation notation = step.notationProperty().get();
    Moment moment = moment();
    return moment.phase() == Phase.UPDATE
        ? () -> NumPyUpdateScript.of(trace, notation)
        : () -> NumPyScript.of(trace, moment.timestep(), notation);
  }

  /** Those of the run; of another program only the ids are sure. */
  private Optional<NdArray> characters() {
    return guest.presentProperty().get()
        ? Optional.empty()
        : Optional.of(
            TraceArrays.characters(
                session.dataProperty().get().corpus().vocabulary().characters()));
  }

  /** A quantity of every timestep as CSV, as far as it is computed. */
  public String quantity(Vector quantity) {
    return CsvTables.overTime(trace(), quantity, t -> isSeen(quantity, t));
  }

  /** Of a cell whose equations are gone through one by one, all are exported. */
  private boolean isSeen(Vector quantity, int t) {
    return step.timelineProperty().get().isComputed(quantity, t, step.placeProperty().get())
        && !guessFirst.isCovered(quantity, t);
  }

  /** Weights as CSV. */
  public String weights(String parameter) {
    Trace trace = trace();
    return CsvTables.parameter(trace, parameter, parameter, trace.weights(parameter));
  }

  /** The gradient as far as the backward pass has come and is seen, as CSV; else zeros. */
  public String gradient(String parameter) {
    Trace trace = trace();
    return CsvTables.parameter(trace, "d" + parameter, parameter, soFar(trace, parameter));
  }

  private MatrixView soFar(Trace trace, String parameter) {
    int t = 0;
    while (t < trace.length() && !isSeen(Cell.DH, t)) {
      t++;
    }
    return t < trace.length()
        ? trace.accumulator(parameter, t).after()
        : trace.accumulator(parameter, t - 1).before();
  }
}
