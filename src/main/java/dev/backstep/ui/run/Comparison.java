package dev.backstep.ui.run;

import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two runs that are compared: how each is set. They train on the sequences of A, in the order of A.
 */
public record Comparison(RunSettings a, RunSettings b) {
  /** One setting, of which a comparison may have two. */
  public enum Aspect {
    CELL,
    GATE_BIAS,
    HIDDEN,
    STATE,
    OPTIMIZER,
    LEARNING_RATE,
    CLIP,
    TRUNCATION,
    INIT,
    SEED,
    BATCH,
    PADDING,
    LOSS,
    FAULT;

    private Object of(RunSettings settings) {
      return switch (this) {
        case CELL -> settings.cell();
        case GATE_BIAS -> settings.gateBias();
        case STATE -> settings.hiddenState();
        case OPTIMIZER -> settings.optimizer();
        case LEARNING_RATE -> settings.learningRate();
        case CLIP -> settings.clipping();
        case TRUNCATION -> settings.truncation();
        case INIT -> settings.initialization();
        case SEED -> settings.seed();
        case HIDDEN -> settings.hidden();
        case BATCH -> settings.batch();
        case PADDING -> settings.padding().with(PaddingSettings.LossMean.SUM);
        case LOSS -> settings.padding().loss();
        case FAULT -> settings.fault();
      };
    }
  }

  /** The settings in which the two differ. */
  public List<Aspect> differing() {
    return aspects().filter(each -> !each.of(a).equals(each.of(b))).toList();
  }

  /** The settings that the two have in common. */
  public List<Aspect> common() {
    return aspects().filter(each -> each.of(a).equals(each.of(b))).toList();
  }

  /** The aspects to compare: the gates' biases of different cells are different things. */
  private Stream<Aspect> aspects() {
    boolean haveGateBias = a.cell() == b.cell() && a.cell().gateBias().isPresent();
    return Stream.of(Aspect.values()).filter(each -> each != Aspect.GATE_BIAS || haveGateBias);
  }

  /** The same, with this share of the sequences held out in both. */
  public Comparison withHeldOutShare(double share) {
    return new Comparison(a.withHeldOutShare(share), b.withHeldOutShare(share));
  }
}
