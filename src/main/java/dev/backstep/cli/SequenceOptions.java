package dev.backstep.cli;

import dev.backstep.check.reading.GivenSequences;
import dev.backstep.check.reading.Readings;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.io.settings.SettingKey;
import dev.backstep.math.NdArray;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Truncation;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.training.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a file of weights and sequences is, and which losses are gone back from, and how far. */
final class SequenceOptions {
  static final String TRUNCATE =
      "How far gradients go back: none (through the whole sequence), chunks:4 (the state is carried"
          + " from chunk to chunk, the gradient is cut) or window:3 (each loss reaches 3 cells, its"
          + " own among them).";

  /** What a plain sequence of characters does not have. */
  private static final List<String> OTHERS =
      List.of("E", "w", "mask", "lengths", "upstream_dh", "upstream_dc");

  /** The recurrent weights of the files that hold a plain sequence. */
  private static final Pattern RECURRENT =
      Pattern.compile("W2|W2_[a-z]{1,2}|Whh|(.*[./])?weight_hh(_l0)?");

  /** The heads by their names. */
  static final class Heads implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return HEADS.stream().map(Head::id).iterator();
    }
  }

  private static final List<Head> HEADS =
      List.of(Head.SOFTMAX, Head.SIGMOID, Head.SIGMOID_SQUARED, Head.LINEAR, Head.NONE);

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      completionCandidates = Heads.class,
      description =
          "What is predicted, one of ${COMPLETION-CANDIDATES} (none: upstream_dh is given); if it"
              + " is not given, the arrays tell.")
  private @Nullable String head;

  @Option(
      names = "--map",
      paramLabel = "NAME=OURS",
      description =
          "Says what an array of the file is, by our name: --map Whh=W2. May be repeated.")
  private Map<String, String> mapped = new LinkedHashMap<>();

  @Option(names = "--truncate", paramLabel = "KIND:K", description = TRUNCATE)
  private @Nullable String truncate;

  @Option(
      names = "--loss-at",
      paramLabel = "T",
      description = "Counts the loss of this timestep alone, from 0; -1 is the last.")
  private @Nullable Integer lossAt;

  /** Whether something was asked for. */
  boolean isAskedFor() {
    return head != null || !mapped.isEmpty() || truncate != null || lossAt != null;
  }

  /**
   * Whether it is another file than one of a single sequence of characters with a loss at each, in
   * the names that such a file has: that is read by shapes.
   */
  static boolean isOfAnyNet(Map<String, NdArray> arrays) {
    return OTHERS.stream().anyMatch(arrays::containsKey)
        || arrays.keySet().stream().noneMatch(name -> RECURRENT.matcher(name).matches())
        || Stream.of("x", "y")
            .flatMap(name -> Stream.ofNullable(arrays.get(name)))
            .anyMatch(array -> array.dimensions() > 2 || !isWhole(array))
        || areBatches(arrays.get("x"), arrays.get("y"))
        || hasOtherOutputs(arrays);
  }

  /** Whether both are ids (B,T) of several sequences; (T,V) of zeros and ones is one sequence. */
  private static boolean areBatches(@Nullable NdArray x, @Nullable NdArray y) {
    return x != null
        && y != null
        && x.dimensions() == 2
        && Arrays.equals(x.shape(), y.shape())
        && Math.min(x.shape()[0], x.shape()[1]) > 1
        && Arrays.stream(x.values()).anyMatch(id -> id > 1);
  }

  private static boolean isWhole(NdArray array) {
    return Arrays.stream(array.values())
        .allMatch(value -> value == Math.rint(value) || !Double.isFinite(value));
  }

  /** Whether other numbers are predicted than are read: K is not V. */
  private static boolean hasOtherOutputs(Map<String, NdArray> arrays) {
    NdArray output = arrays.get("W3");
    return output != null
        && output.dimensions() == 2
        && Stream.of("W1", "W1_i", "W1_r")
            .flatMap(name -> Stream.ofNullable(arrays.get(name)))
            .anyMatch(
                input ->
                    input.dimensions() == 2
                        && output.shape()[1] == input.shape()[1]
                        && output.shape()[0] != input.shape()[0]);
  }

  /**
   * The head that was asked for.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  @Nullable Head head() {
    if (head == null) {
      return null;
    }
    String id = head.strip().toLowerCase(Locale.ROOT);
    return HEADS.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "--head is “%s”; it must be one of %s",
                        head,
                        String.join(", ", new Heads()))));
  }

  /**
   * How far gradients go back.
   *
   * @throws IllegalArgumentException if that cannot be read
   */
  Truncation truncation() {
    return truncate == null
        ? Truncation.NONE
        : SettingKey.TRUNCATE.read("--truncate", truncate, RunSettings.defaults()).truncation();
  }

  /** What a file holds, whoever wrote it. */
  GivenSequences read(String source, Map<String, NdArray> arrays, @Nullable Net net)
      throws SubmissionException {
    Map<String, String> ofOurs = new LinkedHashMap<>();
    mapped.forEach((there, ours) -> ofOurs.put(ours, there));
    return Readings.given(source, arrays, ofOurs, net == null ? null : net.cell(), head());
  }

  /**
   * The batch with the weights of the losses, of which only those count that were asked for, and
   * the truncation.
   *
   * @param lossWeights (T,) or (B,T); null where all are 1
   * @throws IllegalArgumentException if there is another number of weights, a sequence has no such
   *     timestep, or there is no loss
   */
  Batch applied(GivenSequences given, @Nullable NdArray lossWeights) {
    Batch batch = given.batch();
    if (lossWeights == null && lossAt == null) {
      return truncation().kind() == Truncation.Kind.NONE
          ? batch
          : batch.weighted().with(truncation());
    }
    if (batch.net().head().output().isEmpty()) {
      throw new IllegalArgumentException(
          (lossAt == null ? "w" : "--loss-at")
              + " is given and the net has no head; it must have a loss");
    }
    Batch weighted = batch.weighted();
    List<Example> examples = new ArrayList<>();
    for (int b = 0; b < weighted.size(); b++) {
      Example each = weighted.sequences().get(b);
      double[] weights = weights(given, lossWeights, b, each.sequence().lossWeights());
      double[] counting = lossAt == null ? weights : only(lossAt, weights);
      examples.add(each.on(each.sequence().weighted(counting)));
    }
    return new Batch(examples, truncation());
  }

  private static double[] weights(
      GivenSequences given, @Nullable NdArray all, int sequence, double[] otherwise) {
    if (all == null) {
      return otherwise;
    }
    int longest = given.longest();
    if (all.count() != (long) given.batch().size() * longest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "w is %s; it must have a weight for each timestep, %s",
              NdArray.text(all.shape()),
              given.batch().size() == 1
                  ? "(" + longest + ",)"
                  : "(" + given.batch().size() + ", " + longest + ")"));
    }
    int begin = sequence * longest + given.begin(sequence);
    return Arrays.copyOfRange(all.values(), begin, begin + otherwise.length);
  }

  private static double[] only(int lossAt, double... weights) {
    int length = weights.length;
    int t = lossAt < 0 ? length + lossAt : lossAt;
    if (t < 0 || t >= length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--loss-at is %d and a sequence has %d timesteps; it must be from %d to %d",
              lossAt,
              length,
              -length,
              length - 1));
    }
    double[] only = new double[length];
    only[t] = weights[t];
    return only;
  }
}
