package dev.backstep.training;

import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every way to make an update. */
public final class Updates {
  private Updates() {}

  /** With limits that cut nothing off, some and much. */
  public static Stream<Arguments> everyOptimiserWithEveryClipping() {
    List<Clipping> clippings =
        List.of(
            new Clipping.None(),
            new Clipping.GlobalNorm(1e9),
            new Clipping.GlobalNorm(0.7),
            new Clipping.Elementwise(0.05));
    return Stream.of(OptimizerKind.values())
        .flatMap(kind -> clippings.stream().map(clipping -> Arguments.of(kind, clipping)));
  }
}
