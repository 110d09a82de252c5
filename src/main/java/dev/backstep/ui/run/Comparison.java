package dev.backstep.ui.run;

import dev.backstep.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two runs that are compared: how each is set. They train on the sequences of A, in the order of A.
 */
public record Comparison(RunSettings a, RunSettings b) {
  /** One setting, of which a comparison may have two. */
  public enum Aspect {
    HIDDEN,
    STATE,
    OPTIMIZER,
    LEARNING_RATE,
    CLIP,
    INIT,
    SEED,
    FAULT;

    private Object of(RunSettings settings) {
      return switch (this) {
        case STATE -> settings.hiddenState();
        case OPTIMIZER -> settings.optimizer();
        case LEARNING_RATE -> settings.learningRate();
        case CLIP -> settings.clipping();
        case INIT -> settings.initialization();
        case SEED -> settings.seed();
        case HIDDEN -> settings.hidden();
        case FAULT -> settings.fault();
      };
    }
  }

  /** The settings in which the two differ. */
  public List<Aspect> differing() {
    return Stream.of(Aspect.values()).filter(each -> !each.of(a).equals(each.of(b))).toList();
  }

  /** The settings that the two have in common. */
  public List<Aspect> common() {
    List<Aspect> common = new ArrayList<>(List.of(Aspect.values()));
    common.removeAll(differing());
    return common;
  }

  /** The same, with this share of the sequences held out in both. */
  public Comparison withHeldOutShare(double share) {
    return new Comparison(a.withHeldOutShare(share), b.withHeldOutShare(share));
  }
}
