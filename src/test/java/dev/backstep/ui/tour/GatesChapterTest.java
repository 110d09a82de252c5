package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The chapter about gates: an LSTM of the tour's own, and what is said of its numbers. */
class GatesChapterTest extends TourTest {
  private static final int CELL = 3;
  private static final int UNIT = 3;

  private double value(Vector vector, int t) {
    return trace().values(vector).get(t, UNIT);
  }

  @Test
  void itHasAnLstmOfItsOwnTrainedForAnEpochAndWritesAGateOut() {
    goTo(CARRIED);
    guide.next();
    assertThat(text()).contains("one epoch").contains("bcdaedc");
    assertThat(trace().net()).as("the net of the run while it is read").isSameAs(Vanilla.NET);
    guide.next();
    settle();
    assertThat(trace().net()).isSameAs(Lstm.NET);
    assertThat(text()).contains("one epoch");
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, CELL));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Lstm.F, CELL, UNIT));
    assertThat(session.run().settingsProperty().get().cell()).isSameAs(Vanilla.NET);
  }

  @Test
  void whatTheGatesDoIsSaidInTheNumbersThatStandThere() {
    goTo("cell-state");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Lstm.C, CELL, UNIT));
    assertThat(text())
        .contains("f = " + number(Lstm.F, CELL, UNIT))
        .contains("i = " + number(Lstm.I, CELL, UNIT))
        .contains("gate_o = " + number(Lstm.GATE_O, CELL, UNIT));
    double before = value(Lstm.C, CELL - 1);
    assertThat(value(Lstm.F, CELL) * before + value(Lstm.I, CELL) * value(Lstm.G, CELL))
        .isCloseTo(value(Lstm.C, CELL), within(1e-15));
    assertThat(value(Lstm.GATE_O, CELL) * StrictMath.tanh(value(Lstm.C, CELL)))
        .isCloseTo(value(Cell.H, CELL), within(1e-15));
  }

  @Test
  void theGradientOfTheCellStateIsTheSumThatIsWritten() {
    goTo("two-parts-of-dc");
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, CELL));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Lstm.DC, CELL, UNIT));
    String later = number(Lstm.DC_FROM_LATER, CELL, UNIT);
    assertThat(later).as("what is in brackets behind a plus").startsWith("−");
    assertThat(text())
        .contains(
            "is "
                + number(Lstm.DC_FROM_H, CELL, UNIT)
                + " + ("
                + later
                + "), what comes from h and dc_later");
  }

  @Test
  void theCarouselIsWhatIsLeftOfTheLastErrorByTheEquationsOfTheCell() {
    goTo(LAST_OF_GATES);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Lstm.DC_PREV, CELL + 1, UNIT));
    int last = trace().length() - 1;
    double[] dc = row(Lstm.DC, last);
    double[] dh = row(Cell.DH, last);
    double[] dcAtEnd = dc;
    double[] dhAtEnd = dh;
    for (int t = last; t > 0; t--) {
      double[] dhBefore = dhPrev(dh, dc, t);
      double[] dcBefore = new double[dc.length];
      for (int j = 0; j < dc.length; j++) {
        double tanh = StrictMath.tanh(at(Lstm.C, t - 1, j));
        dcBefore[j] =
            dc[j] * at(Lstm.F, t, j) + dhBefore[j] * at(Lstm.GATE_O, t - 1, j) * (1 - tanh * tanh);
      }
      dh = dhBefore;
      dc = dcBefore;
    }
    assertThat(text())
        .contains(Numbers.percent(norm(dh) / norm(dhAtEnd)))
        .contains(Numbers.percent(norm(dc) / norm(dcAtEnd)))
        .contains(Numbers.three(norm(dc)))
        .contains(Numbers.three(norm(dh)));
    assertThat(text().contains("not open enough"))
        .isEqualTo(norm(dc) / norm(dcAtEnd) <= norm(dh) / norm(dhAtEnd));
  }

  private double at(Vector vector, int t, int j) {
    return trace().values(vector).get(t, j);
  }

  private double[] row(Vector vector, int t) {
    double[] row = new double[trace().values(vector).cols()];
    for (int j = 0; j < row.length; j++) {
      row[j] = at(vector, t, j);
    }
    return row;
  }

  /** Of a dh and a dc that need not be those of the trace. */
  private double[] dhPrev(double[] dh, double[] dc, int t) {
    double[] sum = new double[dh.length];
    MatrixView before = trace().previous(Lstm.C);
    for (int j = 0; j < dh.length; j++) {
      double i = at(Lstm.I, t, j);
      double f = at(Lstm.F, t, j);
      double g = at(Lstm.G, t, j);
      double o = at(Lstm.GATE_O, t, j);
      double tanh = StrictMath.tanh(at(Lstm.C, t, j));
      add(sum, dc[j] * g * i * (1 - i), "W2_i", j);
      add(sum, dc[j] * before.get(t, j) * f * (1 - f), "W2_f", j);
      add(sum, dc[j] * i * (1 - g * g), "W2_g", j);
      add(sum, dh[j] * tanh * o * (1 - o), "W2_o", j);
    }
    return sum;
  }

  private void add(double[] sum, double da, String weight, int col) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += da * trace().weights(weight).get(k, col);
    }
  }

  private static double norm(double[] row) {
    double sum = 0;
    for (double entry : row) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  @Test
  void afterItTheNetOfTheRunIsThereAgainAndInTheEndTheRunAsItWas() {
    session.update();
    until(() -> updates() == 1);
    settle();
    step.selection().goTo(new Entry.OfCell(Cell.DH, 2, 1));
    Trace before = trace();
    goTo(LAST_OF_GATES);
    assertThat(trace().net()).isSameAs(Lstm.NET);
    guide.next();
    assertThat(trace()).as("the last chapter").isSameAs(guide.nets().copyOfRun().trace());
    guide.back();
    settle();
    assertThat(trace().net()).isSameAs(Lstm.NET);
    guide.leave();
    settle();
    assertThat(trace()).isSameAs(before);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH, 2, 1));
    assertThat(updates()).isEqualTo(1);
    guide.open();
    settle();
    assertThat(trace().net()).as("resumed where it was left").isSameAs(Lstm.NET);
    guide.back();
    guide.back();
    settle();
    guide.back();
    assertThat(trace().net()).as("before it is the run again").isSameAs(Vanilla.NET);
  }

  @Test
  void anotherTextOrWordIsReadByTheLstmToo() throws IOException {
    goTo(LAST_OF_GATES);
    main.sequence().type("decade");
    settle();
    assertThat(trace().length()).isEqualTo(6);
    assertThat(trace().net()).isSameAs(Lstm.NET);
    open("xyxyxyxy\n");
    settle();
    assertThat(trace().shape().vocabulary()).isEqualTo(3);
    assertThat(trace().net()).isSameAs(Lstm.NET);
    assertThat(text()).isNotBlank();
  }

  @Test
  void anotherTextIsShownAlsoWhereAllThatWasAskedOfTheLstmIsToldAtOnce() throws IOException {
    goTo(LAST_OF_GATES);
    TrainingData before = session.dataProperty().get();
    ask("xyxyxyxy\n");
    Sessions.repeatUntil(session::poll, () -> session.dataProperty().get() != before);
    SessionViewModel gates = guide.nets().sessions().toList().get(1);
    takeAllAtOnce(gates, 1);
    assertThat(trace().shape().vocabulary()).isEqualTo(3);
    assertThat(trace()).isSameAs(guide.nets().trace());
    assertThat(text()).isNotBlank();
  }

  @Test
  void theLstmOfATextThatIsNotTrainedInPassingIsShownAlsoWhereAllIsToldAtOnce() throws IOException {
    open("abcdefghij\n".repeat(14_000));
    guide.resumeFrom(true, Level.TWENTY, FIRST_OF_GATES);
    guide.open();
    settle();
    guide.next();
    SessionViewModel gates = guide.nets().sessions().toList().get(1);
    takeAllAtOnce(gates, 0);
    assertThat(trace().net()).isSameAs(Lstm.NET);
    assertThat(text()).isNotBlank();
  }

  /** Takes what the LSTM tells only after it has done on the open text all it was asked to. */
  private void takeAllAtOnce(SessionViewModel gates, int updates) {
    Corpus text = session.dataProperty().get().corpus();
    AtomicBoolean isDone = new AtomicBoolean();
    Sessions.repeatUntil(
        () ->
            gates.capture(
                run -> isDone.set(run.data().corpus() == text && run.updatesMade() == updates)),
        isDone::get);
    long told = gates.revisionProperty().get();
    until(() -> gates.revisionProperty().get() > told);
  }

  @Test
  void whereItIsResumedAnotherTextIsReadByTheLstm() throws IOException {
    goTo(LAST_OF_GATES);
    guide.leave();
    open("xyxyxyxy\n");
    guide.open();
    settle();
    assertThat(trace().shape().vocabulary()).isEqualTo(3);
    assertThat(trace().net()).isSameAs(Lstm.NET);
    assertThat(text()).isNotBlank();
  }

  @Test
  void theLstmIsNotShownBeforeTheCopyOfTheRunThatItsTextIsAboutToo() throws IOException {
    goTo(LAST_OF_GATES);
    guide.leave();
    open("xyxyxyxy\n");
    guide.open();
    SessionViewModel gates = guide.nets().sessions().toList().get(1);
    Sessions.repeatUntil(
        gates::poll, () -> !gates.isRunning() && gates.run().progressProperty().get().epoch() == 1);
    assertThat(gates.run().traceProperty().get()).isNotNull();
    assertThat(guide.nets().trace()).isNull();
    assertThat(text()).isEmpty();
    settle();
    assertThat(trace()).isSameAs(gates.run().traceProperty().get());
    assertThat(text()).isNotBlank();
  }

  @Test
  void whereItIsResumedAnotherWordIsReadByTheLstm() {
    goTo(LAST_OF_GATES);
    guide.leave();
    main.sequence().type("decade");
    guide.open();
    settle();
    assertThat(trace().length()).isEqualTo(6);
    assertThat(trace().net()).isSameAs(Lstm.NET);
  }
}
