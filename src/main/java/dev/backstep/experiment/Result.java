package dev.backstep.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The result of those pairs that are done.
 *
 * @param corpusName the text that was trained on
 * @param ending what {@link Measure#COMMON_ENDING} counts
 * @param pairs in the order of their numbers
 */
public record Result(Plan plan, String corpusName, CommonEnding ending, List<Pair> pairs) {
  public Result {
    pairs = List.copyOf(pairs);
  }

  /** The pairs that everything rests on: those that did not diverge. */
  public List<Pair> compared() {
    return pairs.stream().filter(pair -> !pair.hasDiverged()).toList();
  }

  /** The pairs of which a run diverged. */
  public List<Pair> diverged() {
    return pairs.stream().filter(Pair::hasDiverged).toList();
  }

  /**
   * The table: one line for each measure that there is for this text; none before a pair is done.
   */
  public List<Summary> summaries() {
    if (compared().isEmpty()) {
      return List.of();
    }
    return Stream.of(Measure.values()).filter(this::exists).map(this::summary).toList();
  }

  private boolean exists(Measure measure) {
    return switch (measure) {
      case HELD_OUT_LOSS, HELD_OUT_OWN_STATE, HELD_OUT_LAST_CHARACTER, REACH ->
          !Double.isNaN(measure.of(compared().get(0).a()));
      case SAMPLE_LENGTH, COMMON_ENDING -> ending.exists();
      case RUNNING_TRAIN_LOSS, FINAL_TRAIN_LOSS, EQUAL_SAMPLES -> true;
    };
  }

  /** One line of the table. */
  public Summary summary(Measure measure) {
    List<Double> a = ofA(measure);
    List<Double> b = ofB(measure);
    return new Summary(measure, Estimate.of(a), Estimate.of(b), difference(a, b));
  }

  /** The first run of each pair by a measure; for {@link Measure#EQUAL_SAMPLES} see there. */
  public List<Double> ofA(Measure measure) {
    return measure.isOfOneRun()
        ? compared().stream().map(pair -> measure.of(pair.a())).toList()
        : equalSamplesOfOtherSeeds();
  }

  /** The second run of each pair by a measure; for {@link Measure#EQUAL_SAMPLES} see there. */
  public List<Double> ofB(Measure measure) {
    return compared().stream()
        .map(
            pair ->
                measure.isOfOneRun()
                    ? measure.of(pair.b())
                    : pair.a().samples().equalShare(pair.b().samples()))
        .toList();
  }

  /** Of A of each pair with A of the next, the last with the first; two pairs make only one. */
  private List<Double> equalSamplesOfOtherSeeds() {
    List<Pair> compared = compared();
    int count = compared.size() > 2 ? compared.size() : compared.size() - 1;
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Samples next = compared.get((i + 1) % compared.size()).a().samples();
              return compared.get(i).a().samples().equalShare(next);
            })
        .toList();
  }

  private static Estimate difference(List<Double> a, List<Double> b) {
    if (a.size() != b.size()) {
      double difference = Estimate.of(b).mean() - Estimate.of(a).mean();
      return Estimate.withoutInterval(a.size(), difference);
    }
    return Estimate.of(IntStream.range(0, a.size()).mapToObj(i -> b.get(i) - a.get(i)).toList());
  }

  /**
   * The mean of {@code b − a} at position 0, 1, 2 … of the sequences: where the difference of the
   * running training loss sits.
   */
  public List<Estimate> positionDifferences() {
    List<Pair> compared = compared();
    int positions =
        compared.stream().mapToInt(pair -> pair.a().positionLosses().size()).min().orElse(0);
    List<Estimate> differences = new ArrayList<>();
    for (int t = 0; t < positions; t++) {
      int position = t;
      differences.add(
          Estimate.of(
              compared.stream()
                  .map(
                      pair ->
                          pair.b().positionLosses().get(position)
                              - pair.a().positionLosses().get(position))
                  .toList()));
    }
    return differences;
  }
}
