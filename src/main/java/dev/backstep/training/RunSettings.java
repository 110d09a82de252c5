package dev.backstep.training;

import dev.backstep.fault.Fault;
import dev.backstep.model.Initialization;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;

/**
 * Everything that decides what a run comes to, beside the text. Two runs with equal settings on one
 * text are equal bit for bit.
 */
public record RunSettings(RunBeginning beginning, RunCourse course) {
  public static final int MOST_HIDDEN = 1024;
  public static final double LARGEST_LEARNING_RATE = 1000;

  /** Settings whose fault is the cell's own, where each cell has one of its name. */
  public RunSettings {
    course = course.withFault(course.fault().in(beginning.cell()));
  }

  public static RunSettings defaults() {
    return new RunSettings(
        new RunBeginning(
            Vanilla.NET, 0, 32, new Initialization.Uniform(), 1, 0.1, BatchSettings.SINGLE),
        new RunCourse(
            OptimizerKind.ADAGRAD,
            OptimizerKind.ADAGRAD.usualLearningRate(),
            new Clipping.GlobalNorm(5),
            new HiddenStatePolicy.Zero(),
            Truncation.NONE,
            Fault.NONE,
            PaddingSettings.USUAL));
  }

  /** What a new program and a command begin with: a net so small that each unit is seen. */
  public static RunSettings ofNewProgram() {
    return defaults().withHidden(16);
  }

  public Net cell() {
    return beginning.cell();
  }

  public double gateBias() {
    return beginning.gateBias();
  }

  public int hidden() {
    return beginning.hidden();
  }

  public Initialization initialization() {
    return beginning.initialization();
  }

  public long seed() {
    return beginning.seed();
  }

  public double heldOutShare() {
    return beginning.heldOutShare();
  }

  public BatchSettings batch() {
    return beginning.batch();
  }

  public OptimizerKind optimizer() {
    return course.optimizer();
  }

  public double learningRate() {
    return course.learningRate();
  }

  public Clipping clipping() {
    return course.clipping();
  }

  public HiddenStatePolicy hiddenState() {
    return course.hiddenState();
  }

  public Truncation truncation() {
    return course.truncation();
  }

  public Fault fault() {
    return course.fault();
  }

  public PaddingSettings padding() {
    return course.padding();
  }

  /** The sizes of a network of these settings. */
  public Shape shape(int vocabulary) {
    return new Shape(cell(), vocabulary, hidden());
  }

  /**
   * The same where the loss of a timestep has a weight if these settings need one: what an update
   * computes. Its weights are those of {@link #shape}.
   */
  public Shape computedShape(int vocabulary) {
    Net cell = cell();
    return new Shape(
        Nets.of(cell.input(), cell.cell(), cell.head(), isWeighted()), vocabulary, hidden());
  }

  private boolean isWeighted() {
    boolean hasPadding = batch().size() > 1 && padding().isComputed();
    return hasPadding || padding().loss() != PaddingSettings.LossMean.SUM;
  }

  /**
   * These settings with all that differs between two others, of what can change on the way of a
   * run.
   */
  public RunSettings withDifference(RunSettings before, RunSettings after) {
    return with(course.withDifference(before.course, after.course));
  }

  /**
   * The same with another cell. The gate's bias of another cell begins with what is usual for it,
   * and a fault that the other cell has not is left out.
   */
  public RunSettings withCell(Net cell) {
    return new RunSettings(
        beginning.withCell(cell), course.withFault(course.fault().inOrNone(cell)));
  }

  /**
   * The same with another start value of the gate's bias.
   *
   * @throws IllegalArgumentException if it is out of its range, or the cell has no such bias
   */
  public RunSettings withGateBias(double gateBias) {
    return with(beginning.withGateBias(gateBias));
  }

  public RunSettings withHidden(int hidden) {
    return with(beginning.withHidden(hidden));
  }

  public RunSettings withInitialization(Initialization initialization) {
    return with(beginning.withInitialization(initialization));
  }

  public RunSettings withSeed(long seed) {
    return with(beginning.withSeed(seed));
  }

  public RunSettings withHeldOutShare(double heldOutShare) {
    return with(beginning.withHeldOutShare(heldOutShare));
  }

  public RunSettings withBatch(BatchSettings batch) {
    return with(beginning.withBatch(batch));
  }

  public RunSettings withPadding(PaddingSettings padding) {
    return with(course.withPadding(padding));
  }

  public RunSettings withOptimizer(OptimizerKind optimizer) {
    return with(course.withOptimizer(optimizer));
  }

  public RunSettings withLearningRate(double learningRate) {
    return with(course.withLearningRate(learningRate));
  }

  public RunSettings withClipping(Clipping clipping) {
    return with(course.withClipping(clipping));
  }

  public RunSettings withHiddenState(HiddenStatePolicy hiddenState) {
    return with(course.withHiddenState(hiddenState));
  }

  public RunSettings withTruncation(Truncation truncation) {
    return with(course.withTruncation(truncation));
  }

  public RunSettings withFault(Fault fault) {
    return with(course.withFault(fault));
  }

  private RunSettings with(RunBeginning another) {
    return new RunSettings(another, course);
  }

  private RunSettings with(RunCourse another) {
    return new RunSettings(beginning, another);
  }
}
