package dev.backstep.trace;

import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.LitMatrix;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The single numbers of lights and of traces. */
public final class LitEntries {
  private LitEntries() {}

  /** Every single number that is lit. */
  public static Set<Entry> of(List<Light> lights) {
    return lights.stream().flatMap(LitEntries::entries).collect(Collectors.toSet());
  }

  private static Stream<Entry> entries(Light light) {
    Block block = light.block();
    return IntStream.range(block.fromRow(), block.untilRow())
        .boxed()
        .flatMap(
            row ->
                IntStream.range(block.fromCol(), block.untilCol())
                    .mapToObj(col -> entry(light.site(), row, col)));
  }

  private static Entry entry(LitMatrix site, int row, int col) {
    if (site instanceof LitMatrix.OfCells cells) {
      return new Entry.OfCell(cells.quantity(), row, col);
    }
    if (site instanceof LitMatrix.OfInitialState of) {
      return new Entry.OfInitialState(of.state(), col);
    }
    if (site instanceof LitMatrix.OfInputs) {
      return new Entry.OfInput(row, col);
    }
    if (site instanceof LitMatrix.OfTargets) {
      return new Entry.OfTarget(row, col);
    }
    if (site instanceof LitMatrix.OfWeights weights) {
      return new Entry.OfWeights(weights.parameter(), row, col);
    }
    if (site instanceof LitMatrix.OfShare share) {
      return new Entry.OfShare(share.parameter(), share.timestep(), row, col);
    }
    if (site instanceof LitMatrix.AtUpdate update) {
      return switch (update.name()) {
        case "g" -> new Entry.OfClipped(update.parameter(), row, col);
        case "Δ" -> new Entry.OfChange(update.parameter(), row, col);
        case "after" -> new Entry.OfUpdate(update.parameter(), row, col);
        default -> new Entry.OfMemory(update.name(), update.parameter(), row, col);
      };
    }
    LitMatrix.OfAccumulator sum = (LitMatrix.OfAccumulator) site;
    return new Entry.OfAccumulator(sum.parameter(), sum.timestep(), row, col);
  }

  /** Every number of every cell. */
  public static Stream<Entry.OfCell> cells(Trace trace) {
    return trace.net().vectors().stream()
        .flatMap(
            quantity ->
                IntStream.range(0, trace.length())
                    .boxed()
                    .flatMap(
                        t ->
                            IntStream.range(0, trace.values(quantity).cols())
                                .mapToObj(i -> new Entry.OfCell(quantity, t, i))));
  }

  /** Every share of every weight gradient. */
  public static Stream<Entry.OfShare> shares(Trace trace) {
    return trace.net().names().stream()
        .flatMap(
            name ->
                IntStream.range(0, trace.length())
                    .boxed()
                    .flatMap(
                        t ->
                            entries(
                                    new Light(
                                        new LitMatrix.OfShare(name, t),
                                        new Block(
                                            0,
                                            trace.weights(name).rows(),
                                            0,
                                            trace.weights(name).cols())))
                                .map(Entry.OfShare.class::cast)));
  }
}
