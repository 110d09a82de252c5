package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The optimisers that a run can use, with the learning rate that each usually begins with. */
public enum OptimizerKind {
  SGD("SGD", 0.03, 0, 0, shape -> new Sgd(), (memory, counters) -> new Sgd()),
  ADAGRAD("Adagrad", 0.1, 1, 0, Adagrad::new, (memory, counters) -> new Adagrad(memory.get(0))),
  RMSPROP("RMSprop", 0.002, 1, 0, RmsProp::new, (memory, counters) -> new RmsProp(memory.get(0))),
  ADAM("Adam", 0.005, 2, 3, Adam::new, Adam::remembering);

  private final String title;
  private final double usualLearningRate;
  private final int remembered;
  private final int counters;
  private final Function<Shape, Optimizer> factory;
  private final BiFunction<List<Parameters>, double[], Optimizer> again;

  OptimizerKind(
      String title,
      double usualLearningRate,
      int remembered,
      int counters,
      Function<Shape, Optimizer> factory,
      BiFunction<List<Parameters>, double[], Optimizer> again) {
    this.title = title;
    this.usualLearningRate = usualLearningRate;
    this.remembered = remembered;
    this.counters = counters;
    this.factory = factory;
    this.again = again;
  }

  public String title() {
    return title;
  }

  public double usualLearningRate() {
    return usualLearningRate;
  }

  /** The count of numbers it remembers of each weight. */
  public int remembered() {
    return remembered;
  }

  /** The count of numbers it remembers beside those. */
  public int counters() {
    return counters;
  }

  /** An optimiser that remembers nothing yet. */
  public Optimizer create(Shape shape) {
    return factory.apply(shape);
  }

  /**
   * An optimiser that remembers what another of its kind did.
   *
   * @param memory as many as {@link #remembered}, in the order of {@link Optimizer#memory}; they
   *     are taken over
   * @param numbers from {@link Optimizer#counters}
   * @throws IllegalArgumentException if the numbers are none that there can be
   */
  public Optimizer restore(List<Parameters> memory, double[] numbers) {
    return again.apply(memory, numbers);
  }
}
