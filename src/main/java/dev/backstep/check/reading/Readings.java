package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.Meanings;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Truncation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    FoundArrays found = new FoundArrays(source, arrays);
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
   */
  public static List<Reading> ofAnybody(
      String source, Map<String, NdArray> arrays, Map<String, String> mapped) {
    return Meanings.of(arrays, mapped).stream()
        .flatMap(meaning -> readers(source, meaning))
        .filter(MeaningReader::isPossible)
        .<Reading>map(reader -> () -> reader.read(Truncation.NONE, false))
        .toList();
  }

  private static Stream<MeaningReader> readers(String source, Meaning meaning) {
    return meaning.cells().stream()
        .flatMap(
            cell ->
                meaning.heads().stream()
                    .map(head -> new MeaningReader(source, meaning, cell, head)));
  }
}
