package dev.backstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The generators of the two artificial datasets; the files in assets must be what they make. */
class GeneratedDatasetsTest {
  private static final long SEED = 1;
  private static final String LETTERS = "abcdefgh";
  private static final int FEWEST_DOTS = 3;
  private static final int MOST_DOTS = 12;
  private static final int RECALL_REPEATS = 8;
  private static final int LARGEST_COUNT = 16;
  private static final int COUNTING_REPEATS = 19;

  @Test
  void recallIsWhatItsGeneratorMakes() throws IOException {
    assertIsInAssets("recall.txt", recall());
  }

  @Test
  void countingIsWhatItsGeneratorMakes() throws IOException {
    assertIsInAssets("counting.txt", counting());
  }

  @Test
  void theDotsOfRecallDoNotTellTheLetter() {
    for (int dots = FEWEST_DOTS; dots <= MOST_DOTS; dots++) {
      int length = dots + 2;
      List<String> ofOneLength =
          recall().lines().filter(line -> line.length() == length).sorted().toList();
      assertThat(ofOneLength).hasSize(LETTERS.length() * RECALL_REPEATS);
      assertThat(ofOneLength.stream().distinct()).hasSize(LETTERS.length());
    }
  }

  /** Every letter with every number of dots equally often, in a seeded order. */
  private static String recall() {
    List<String> kinds =
        IntStream.rangeClosed(FEWEST_DOTS, MOST_DOTS)
            .boxed()
            .flatMap(dots -> LETTERS.chars().mapToObj(c -> (char) c + ".".repeat(dots) + (char) c))
            .toList();
    return shuffledRepeats(kinds, RECALL_REPEATS, "recall");
  }

  /** aⁿbⁿ, every n equally often, in a seeded order. */
  private static String counting() {
    List<String> kinds =
        IntStream.rangeClosed(1, LARGEST_COUNT)
            .mapToObj(n -> "a".repeat(n) + "b".repeat(n))
            .toList();
    return shuffledRepeats(kinds, COUNTING_REPEATS, "counting");
  }

  private static String shuffledRepeats(List<String> kinds, int repeats, String purpose) {
    int[] order = IntStream.range(0, kinds.size() * repeats).toArray();
    SeededRandom.forPurpose(SEED, purpose).shuffle(order);
    return IntStream.of(order)
        .mapToObj(place -> kinds.get(place % kinds.size()) + "\n")
        .collect(Collectors.joining());
  }

  private static void assertIsInAssets(String name, String generated) throws IOException {
    Path file = Path.of("assets", "datasets", name);
    String present = Files.exists(file) ? Files.readString(file) : "";
    if (!present.equals(generated)) {
      Path made = Files.createDirectories(Path.of("target", "datasets")).resolve(name);
      Files.writeString(made, generated);
      throw new AssertionError(
          file
              + " is not what its generator makes; if the generator is right, copy "
              + made
              + " over it and correct its line in assets/README.md.");
    }
  }
}
