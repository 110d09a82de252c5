package dev.backstep.training;

import dev.backstep.model.Shape;
import java.util.function.Function;

/** The optimisers that a run can use, with the learning rate that each usually begins with. */
public enum OptimizerKind {
  SGD("SGD", 0.03, 0, shape -> new Sgd()),
  ADAGRAD("Adagrad", 0.1, 1, Adagrad::new),
  RMSPROP("RMSprop", 0.002, 1, RmsProp::new),
  ADAM("Adam", 0.005, 2, Adam::new);

  private final String title;
  private final double usualLearningRate;
  private final int remembered;
  private final Function<Shape, Optimizer> factory;

  OptimizerKind(
      String title, double usualLearningRate, int remembered, Function<Shape, Optimizer> factory) {
    this.title = title;
    this.usualLearningRate = usualLearningRate;
    this.remembered = remembered;
    this.factory = factory;
  }

  public String title() {
    return title;
  }

  public double usualLearningRate() {
    return usualLearningRate;
  }

  /** How many numbers it remembers of each weight. */
  int remembered() {
    return remembered;
  }

  /** An optimiser that remembers nothing yet. */
  public Optimizer create(Shape shape) {
    return factory.apply(shape);
  }
}
