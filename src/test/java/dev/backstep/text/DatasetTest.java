package dev.backstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetTest {
  private static final TextMode LINES = new TextMode.Lines();

  @ParameterizedTest
  @EnumSource
  void everyDatasetIsReadWithoutAnyNote(Dataset dataset) {
    Corpus corpus = dataset.load(LINES);

    assertThat(corpus.name()).isEqualTo(dataset.fileName());
    assertThat(corpus.notes()).isEmpty();
    assertThat(corpus.sequences()).hasSizeGreaterThan(200);
  }

  @ParameterizedTest
  @EnumSource
  void theReadmeOfTheAssetsTellsTheTruthAboutEveryDataset(Dataset dataset) throws IOException {
    Corpus corpus = dataset.load(LINES);
    int shortest = corpus.sequences().stream().mapToInt(Sequence::length).min().orElseThrow();
    String facts =
        "| %d | %d to %d | %d: "
            .formatted(
                corpus.sequences().size(),
                shortest,
                corpus.longest(),
                corpus.vocabulary().size() - 1);

    assertThat(readmeLineOf(dataset)).contains(facts);
  }

  @Test
  void everyFileInAssetsIsADataset() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "datasets"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Dataset.values()).map(Dataset::fileName).toList());
    }
  }

  @Test
  void binomialsAreTwoWordsOfElevenToTwentySevenCharactersSortedWithoutRepetition() {
    List<String> binomials =
        Dataset.DINOSAUR_BINOMIALS.load(LINES).sequences().stream().map(Sequence::text).toList();

    assertThat(binomials)
        .hasSizeGreaterThanOrEqualTo(200)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("tyrannosaurus rex")
        .allMatch(name -> name.matches("[a-z]+ [a-z]+"))
        .allMatch(name -> name.length() >= 11 && name.length() <= 27);
  }

  @Test
  void everyGenusOfTheBinomialsIsAmongTheGenera() {
    List<String> genera =
        Dataset.DINOSAURS.load(LINES).sequences().stream().map(Sequence::text).toList();

    assertThat(Dataset.DINOSAUR_BINOMIALS.load(LINES).sequences())
        .extracting(name -> name.text().substring(0, name.text().indexOf(' ')))
        .isSubsetOf(genera);
  }

  @Test
  void aDatasetIsFoundByItsId() {
    assertThat(Dataset.withId("recall")).contains(Dataset.RECALL);
    assertThat(Dataset.withId("Recall")).isEmpty();
  }

  private static String readmeLineOf(Dataset dataset) throws IOException {
    return Files.readAllLines(Path.of("assets", "README.md")).stream()
        .filter(line -> line.startsWith("| `" + dataset.fileName() + "`"))
        .findFirst()
        .orElseThrow();
  }
}
