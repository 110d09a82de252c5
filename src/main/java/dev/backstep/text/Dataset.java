package dev.backstep.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/** The data that come with the program, each with one sequence a line. */
public enum Dataset {
  DINOSAURS("dinosaurs", "Names of dinosaur genera, of 2 to 23 letters."),
  DINOSAUR_BINOMIALS(
      "dinosaur-binomials",
      "Genus and species of dinosaurs, of 11 to 27 characters with the blank between them."),
  RECALL(
      "recall",
      "A letter, 3 to 12 dots and the same letter again, which must be remembered over the dots."),
  COUNTING(
      "counting",
      "From 1 to 16 times a and then as many times b, which takes counting to predict.");

  private final String id;
  private final String description;

  Dataset(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name for command lines and settings. */
  public String id() {
    return id;
  }

  public String fileName() {
    return id + ".txt";
  }

  /** One sentence for the user. */
  public String description() {
    return description;
  }

  /** The one with this id, if there is one. */
  public static Optional<Dataset> withId(String id) {
    return Arrays.stream(values()).filter(dataset -> dataset.id.equals(id)).findFirst();
  }

  /** Reads it from the class path. */
  public Corpus load(TextMode mode) {
    try (InputStream in = Dataset.class.getResourceAsStream("/datasets/" + fileName())) {
      if (in == null) {
        throw new IllegalStateException("The program was built without " + fileName() + ".");
      }
      return CorpusReader.read(fileName(), in.readAllBytes(), mode);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (CorpusException refused) {
      throw new IllegalStateException("The program was built with a damaged dataset.", refused);
    }
  }
}
