package dev.backstep.training;

import dev.backstep.fault.Fault;
import dev.backstep.model.Initialization;
import dev.backstep.model.Shape;
import dev.backstep.net.GateBias;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Everything that decides what a run comes to, beside the text. Two runs with equal settings on one
 * text are equal bit for bit.
 *
 * @param hidden H, the number of hidden units
 * @param heldOutShare the share of the sequences that is kept from training to judge it by
 * @param fault the wrong line that the backward pass has; {@link Fault#NONE} for none
 * @param cell the net that is trained
 * @param gateBias what {@link Net#gateBias} begins with; 0 where the cell has none
 */
public record RunSettings(
    int hidden,
    OptimizerKind optimizer,
    double learningRate,
    Clipping clipping,
    Initialization initialization,
    long seed,
    HiddenStatePolicy hiddenState,
    double heldOutShare,
    Fault fault,
    Net cell,
    double gateBias) {

  public static final int MOST_HIDDEN = 1024;
  public static final double LARGEST_LEARNING_RATE = 1000;

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public RunSettings {
    if (hidden < 1 || hidden > MOST_HIDDEN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "H, the number of hidden units, is %d; it must be 1 to %d",
              hidden,
              MOST_HIDDEN));
    }
    requireLearningRate(learningRate);
    if (!(heldOutShare >= 0 && heldOutShare <= 0.9)) {
      throw new IllegalArgumentException(
          "the held-out share is " + heldOutShare + "; it must be 0 to 0.9");
    }
    requireGateBias(cell, gateBias);
    gateBias += 0.0; // −0 begins with the same weights as 0
    fault = fault.in(cell);
  }

  private static void requireGateBias(Net cell, double start) {
    cell.gateBias().ifPresent(bias -> bias.require(start));
    if (cell.gateBias().isEmpty() && start != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the start value of a gate's bias is %s; the cell %s has no gate, so it must be left"
                  + " out",
              start,
              cell));
    }
  }

  /** Settings of a run whose gate's bias, if its cell has one, begins with what is usual. */
  public RunSettings(
      int hidden,
      OptimizerKind optimizer,
      double learningRate,
      Clipping clipping,
      Initialization initialization,
      long seed,
      HiddenStatePolicy hiddenState,
      double heldOutShare,
      Fault fault,
      Net cell) {
    this(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell,
        usualGateBias(cell));
  }

  private static double usualGateBias(Net cell) {
    return cell.gateBias().map(GateBias::usual).orElse(0.0);
  }

  /** Settings of a run whose backward pass is right. */
  public RunSettings(
      int hidden,
      OptimizerKind optimizer,
      double learningRate,
      Clipping clipping,
      Initialization initialization,
      long seed,
      HiddenStatePolicy hiddenState,
      double heldOutShare) {
    this(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        Fault.NONE);
  }

  /** Settings of a run of the vanilla net. */
  public RunSettings(
      int hidden,
      OptimizerKind optimizer,
      double learningRate,
      Clipping clipping,
      Initialization initialization,
      long seed,
      HiddenStatePolicy hiddenState,
      double heldOutShare,
      Fault fault) {
    this(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        Vanilla.NET);
  }

  /**
   * Refuses a learning rate that cannot be used.
   *
   * @throws IllegalArgumentException if the learning rate is out of its range
   */
  public static void requireLearningRate(double learningRate) {
    if (!(learningRate > 0 && learningRate <= LARGEST_LEARNING_RATE)) {
      throw new IllegalArgumentException(
          "the learning rate is " + learningRate + "; it must be above 0 and at most 1000");
    }
  }

  public static RunSettings defaults() {
    return new RunSettings(
        32,
        OptimizerKind.ADAGRAD,
        OptimizerKind.ADAGRAD.usualLearningRate(),
        new Clipping.GlobalNorm(5),
        new Initialization.Uniform(),
        1,
        new HiddenStatePolicy.Zero(),
        0.1);
  }

  /**
   * Requires that runs with these and with other settings begin alike, so that one can change into
   * the other on its way.
   *
   * @throws IllegalArgumentException if they do not
   */
  public void requireSameBeginning(RunSettings other) {
    if (cell != other.cell) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the cell is %s; on its way a run of %s cannot change it",
              other.cell,
              cell));
    }
    RunSettings changed =
        withOptimizer(other.optimizer)
            .withLearningRate(other.learningRate)
            .withClipping(other.clipping)
            .withHiddenState(other.hiddenState)
            .withFault(other.fault);
    if (!changed.equals(other)) {
      throw new IllegalArgumentException(
          "H, the initialisation, the start value of a gate's bias, the seed and the held-out share"
              + " decide how a run begins; on its way only the others can change");
    }
  }

  /**
   * These settings with all that differs between two others, of what can change on the way of a
   * run.
   */
  public RunSettings withDifference(RunSettings before, RunSettings after) {
    return with(
        draft -> {
          draft.optimizer = changed(before.optimizer, after.optimizer, optimizer);
          draft.learningRate = changed(before.learningRate, after.learningRate, learningRate);
          draft.clipping = changed(before.clipping, after.clipping, clipping);
          draft.hiddenState = changed(before.hiddenState, after.hiddenState, hiddenState);
          draft.fault = changed(before.fault, after.fault, fault);
        });
  }

  private static <T> T changed(T before, T after, T otherwise) {
    return after.equals(before) ? otherwise : after;
  }

  public RunSettings withHidden(int hidden) {
    return with(draft -> draft.hidden = hidden);
  }

  public RunSettings withOptimizer(OptimizerKind optimizer) {
    return with(draft -> draft.optimizer = optimizer);
  }

  public RunSettings withLearningRate(double learningRate) {
    return with(draft -> draft.learningRate = learningRate);
  }

  public RunSettings withClipping(Clipping clipping) {
    return with(draft -> draft.clipping = clipping);
  }

  public RunSettings withInitialization(Initialization initialization) {
    return with(draft -> draft.initialization = initialization);
  }

  public RunSettings withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  public RunSettings withHiddenState(HiddenStatePolicy hiddenState) {
    return with(draft -> draft.hiddenState = hiddenState);
  }

  public RunSettings withFault(Fault fault) {
    return with(draft -> draft.fault = fault);
  }

  public RunSettings withHeldOutShare(double heldOutShare) {
    return with(draft -> draft.heldOutShare = heldOutShare);
  }

  /**
   * The same with another cell. The gate's bias of another cell begins with what is usual for it,
   * and a fault that the other cell has not is left out.
   */
  public RunSettings withCell(Net cell) {
    return with(
        draft -> {
          draft.gateBias = cell == draft.cell ? gateBias : usualGateBias(cell);
          draft.cell = cell;
          draft.fault = fault.inOrNone(cell);
        });
  }

  /**
   * The same with another start value of the gate's bias.
   *
   * @throws IllegalArgumentException if it is out of its range, or the cell has no such bias
   */
  public RunSettings withGateBias(double gateBias) {
    return with(draft -> draft.gateBias = gateBias);
  }

  /** The sizes of a network of these settings. */
  public Shape shape(int vocabulary) {
    return new Shape(cell, vocabulary, hidden);
  }

  private RunSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings of which some are being changed. */
  private static final class Draft {
    private int hidden;
    private OptimizerKind optimizer;
    private double learningRate;
    private Clipping clipping;
    private Initialization initialization;
    private long seed;
    private HiddenStatePolicy hiddenState;
    private double heldOutShare;
    private Fault fault;
    private Net cell;
    private double gateBias;

    Draft(RunSettings from) {
      hidden = from.hidden;
      optimizer = from.optimizer;
      learningRate = from.learningRate;
      clipping = from.clipping;
      initialization = from.initialization;
      seed = from.seed;
      hiddenState = from.hiddenState;
      heldOutShare = from.heldOutShare;
      fault = from.fault;
      cell = from.cell;
      gateBias = from.gateBias;
    }

    RunSettings settings() {
      return new RunSettings(
          hidden,
          optimizer,
          learningRate,
          clipping,
          initialization,
          seed,
          hiddenState,
          heldOutShare,
          fault,
          cell,
          gateBias);
    }
  }
}
