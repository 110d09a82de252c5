package dev.backstep.training;

import dev.backstep.fault.Fault;
import dev.backstep.model.Initialization;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Locale;

/**
 * Everything that decides what a run comes to, beside the text. Two runs with equal settings on one
 * text are equal bit for bit.
 *
 * @param hidden H, the number of hidden units
 * @param heldOutShare the share of the sequences that is kept from training to judge it by
 * @param fault the wrong line that the backward pass has; {@link Fault#NONE} for none
 * @param cell the net that is trained
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
    Net cell) {

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
          "H, the initialisation, the seed and the held-out share decide how a run begins;"
              + " on its way only the others can change");
    }
  }

  /**
   * These settings with all that differs between two others, of what can change on the way of a
   * run.
   */
  public RunSettings withDifference(RunSettings before, RunSettings after) {
    return new RunSettings(
        hidden,
        after.optimizer == before.optimizer ? optimizer : after.optimizer,
        after.learningRate == before.learningRate ? learningRate : after.learningRate,
        after.clipping.equals(before.clipping) ? clipping : after.clipping,
        initialization,
        seed,
        after.hiddenState.equals(before.hiddenState) ? hiddenState : after.hiddenState,
        heldOutShare,
        after.fault == before.fault ? fault : after.fault,
        cell);
  }

  public RunSettings withHidden(int newHidden) {
    return new RunSettings(
        newHidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withOptimizer(OptimizerKind newOptimizer) {
    return new RunSettings(
        hidden,
        newOptimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withLearningRate(double newLearningRate) {
    return new RunSettings(
        hidden,
        optimizer,
        newLearningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withClipping(Clipping newClipping) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        newClipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withInitialization(Initialization newInitialization) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        newInitialization,
        seed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withSeed(long newSeed) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        newSeed,
        hiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withHiddenState(HiddenStatePolicy newHiddenState) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        newHiddenState,
        heldOutShare,
        fault,
        cell);
  }

  public RunSettings withFault(Fault newFault) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        heldOutShare,
        newFault,
        cell);
  }

  public RunSettings withHeldOutShare(double newHeldOutShare) {
    return new RunSettings(
        hidden,
        optimizer,
        learningRate,
        clipping,
        initialization,
        seed,
        hiddenState,
        newHeldOutShare,
        fault,
        cell);
  }

  public RunSettings withCell(Net newCell) {
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
        newCell);
  }

  /** The sizes of a network of these settings. */
  public Shape shape(int vocabulary) {
    return new Shape(cell, vocabulary, hidden);
  }
}
