package dev.backstep.training;

import dev.backstep.text.Sequence;
import java.util.Arrays;

/**
 * Every bit that can be seen of a trainer at one update, and, after {@link #AHEAD} updates more,
 * what came of those that cannot: the optimiser's memory, the order and the generator.
 */
public record Moment(
    long updates,
    int epoch,
    int placeInEpoch,
    RunSettings settings,
    long weights,
    int nextH0,
    long loss,
    long gradientNorm,
    Sequence next) {
  static final int AHEAD = 5;

  public static Moment of(Trainer trainer) {
    return new Moment(
        trainer.updates(),
        trainer.epoch(),
        trainer.placeInEpoch(),
        trainer.settings(),
        Runs.fingerprint(trainer.weights()),
        Arrays.hashCode(trainer.nextStates()),
        Double.doubleToRawLongBits(trainer.lossPerCharacter()),
        Double.doubleToRawLongBits(trainer.gradientNorm()),
        trainer.next());
  }
}
