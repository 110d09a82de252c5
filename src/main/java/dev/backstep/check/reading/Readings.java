package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.Meanings;
import dev.backstep.check.meaning.sequences.TooLongException;
import dev.backstep.check.meaning.weights.Shortfall;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which the arrays of a file may be meant. */
public final class Readings {
  private Readings() {}

  /** One of them. */
  @FunctionalInterface
  public interface Reading {
    /**
     * The submission that the file is in this way.
     *
     * @throws SubmissionException if nothing can be checked, or an array has another shape, NaN in
     *     it or ids that do not exist
     */
    Submission read() throws SubmissionException;
  }

  /**
   * Recognises the arrays of a file by their names and shapes, and what those leave open: the net
   * that it is, and how matrices stand. The first is as the names say.
   *
   * @param source the name of the file, for messages
   * @throws SubmissionException if the net is none that can be checked
   */
  public static List<Reading> of(String source, Map<String, NdArray> arrays)
      throws SubmissionException {
    FoundArrays found = new FoundArrays(source, CharacterSequences.asIds(arrays));
    return new NetSearch(found)
        .nets().stream()
            .flatMap(net -> Orientation.possible(found, net).stream())
            .<Reading>map(standing -> () -> new SubmissionReader(found, standing).read())
            .toList();
  }

  /**
   * Recognises the arrays of a file by their shapes first and their names second, whoever wrote it:
   * one reading for each net that it may be of, the likeliest first.
   *
   * @param mapped the file's name of an array by our name, as the user says it
   * @throws SubmissionException if there is more than there is room for
   */
  public static List<Reading> ofAnybody(
      String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    return readings(
        source, meanings(source, () -> Meanings.of(CharacterSequences.asIds(arrays), mapped)));
  }

  /**
   * The same, and those whose names suit less, which only their numbers can prove.
   *
   * @throws SubmissionException if there is more than there is room for
   */
  public static List<Reading> withUnlikely(
      String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    return readings(
        source,
        meanings(source, () -> Meanings.withUnlikely(CharacterSequences.asIds(arrays), mapped)));
  }

  private static List<Reading> readings(String source, List<Meaning> meanings) {
    return meanings.stream()
        .flatMap(meaning -> readers(source, meaning))
        .filter(MeaningReader::isPossible)
        .<Reading>map(reader -> () -> reader.read(Truncation.NONE, false))
        .toList();
  }

  /**
   * The weights and sequences of a file, by shape first and name second, as the first reading has
   * them that is of what was asked for.
   *
   * @param cell null if the file is to tell
   * @param head null likewise
   * @throws SubmissionException if there is no such reading, or something in it cannot be read
   */
  public static GivenSequences given(
      String source,
      Map<String, NdArray> arrays,
      Map<String, String> mapped,
      @Nullable Cell cell,
      @Nullable Head head)
      throws SubmissionException {
    Optional<MeaningReader> first =
        meanings(source, () -> Meanings.of(CharacterSequences.asIds(arrays), mapped)).stream()
            .flatMap(meaning -> readers(source, meaning))
            .filter(reader -> reader.isOf(cell, head))
            .filter(MeaningReader::isPossible)
            .findFirst();
    if (first.isEmpty()) {
      throw new SubmissionException(source, Shortfall.of(arrays, mapped));
    }
    return first.get().given();
  }

  /**
   * The sentence for a file of which no reading is possible and no name is known: what there is,
   * what it could be, and what is missing.
   *
   * @throws SubmissionException if it is a network of another kind
   */
  public static Optional<String> shortfall(
      String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    return hasNoName(source, arrays) && !arrays.isEmpty()
        ? Optional.of(Shortfall.of(arrays, mapped))
        : Optional.empty();
  }

  /**
   * Whether no name is known, so that nothing is said about how the arrays are meant.
   *
   * @throws SubmissionException if it is a network of another kind
   */
  public static boolean hasNoName(String source, Map<String, NdArray> arrays)
      throws SubmissionException {
    return new FoundArrays(source, arrays).hasNoName();
  }

  private static List<Meaning> meanings(String source, Supplier<List<Meaning>> search)
      throws SubmissionException {
    try {
      return search.get();
    } catch (TooLongException e) {
      throw new SubmissionException(source, String.valueOf(e.getMessage()));
    }
  }

  private static Stream<MeaningReader> readers(String source, Meaning meaning) {
    return meaning.cells().stream()
        .flatMap(
            cell ->
                meaning.heads().stream()
                    .map(head -> new MeaningReader(source, meaning, cell, head)));
  }
}
