package dev.backstep.training;

import dev.backstep.model.Shape;
import java.util.function.Function;

/** The optimisers that a run can use, with the learning rate that each usually begins with. */
public enum OptimizerKind {
  SGD("SGD", 0.03, shape -> new Sgd()),
  ADAGRAD("Adagrad", 0.1, Adagrad::new),
  RMSPROP("RMSprop", 0.002, RmsProp::new),
  ADAM("Adam", 0.005, Adam::new);

  private final String title;
  private final double usualLearningRate;
  private final Function<Shape, Optimizer> factory;

  OptimizerKind(String title, double usualLearningRate, Function<Shape, Optimizer> factory) {
    this.title = title;
    this.usualLearningRate = usualLearningRate;
    this.factory = factory;
  }

  public String title() {
    return title;
  }

  public double usualLearningRate() {
    return usualLearningRate;
  }

  /** An optimiser that remembers nothing yet. */
  public Optimizer create(Shape shape) {
    return factory.apply(shape);
  }
}
