package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import java.util.stream.Stream;

/**
 * What a net reads or should predict at every timestep.
 *
 * @param kind how it is written
 * @param reading a name of exactly what is read
 * @param name as Python writes it
 * @param array the array of the file
 * @param digits how many they have
 * @param batch B
 * @param time T
 * @param width how many numbers stand for a timestep; 1 of ids
 * @param entries of the file
 */
record InputOrTarget(
    Kind kind,
    String reading,
    String name,
    String array,
    NdArray.Kind digits,
    int batch,
    int time,
    int width,
    TimestepNumbers entries) {
  /** How what stands at a timestep is written. */
  enum Kind {
    IDS,
    ONE_HOT,
    NUMBERS
  }

  /** So many rows of ids 0 and 1 may look one-hot. */
  private static final int FEW = 4;

  private static final String FROM_ONE = " from 1";

  /** Of a view (B, T). */
  static InputOrTarget ids(View view) {
    return of(Kind.IDS, view, 1, TimestepNumbers.steps(view));
  }

  /** The same of ids that count from 1, as in MATLAB. */
  static InputOrTarget idsFromOne(View view) {
    InputOrTarget ids = ids(view);
    TimestepNumbers entries = ids.entries();
    TimestepNumbers less =
        new TimestepNumbers() {
          @Override
          public double at(int sequence, int time, int unit) {
            return entries.at(sequence, time, unit) - 1;
          }

          @Override
          public String index(int sequence, int time, int unit) {
            return entries.index(sequence, time, unit);
          }
        };
    return new InputOrTarget(
        Kind.IDS,
        ids.reading() + FROM_ONE,
        ids.name(),
        ids.array(),
        ids.digits(),
        ids.batch(),
        ids.time(),
        1,
        less);
  }

  /** Whether the ids of the file count from 1. */
  boolean isFromOne() {
    return reading.endsWith(FROM_ONE);
  }

  /** Of a view (B, T, N), one-hot where each row is so. */
  static InputOrTarget rows(View view) {
    int width = view.shape()[2];
    boolean isOneHot = width > 1 && Values.areOneHot(view);
    return of(isOneHot ? Kind.ONE_HOT : Kind.NUMBERS, view, width, TimestepNumbers.rows(view));
  }

  /** Whether it is one-hot in so many rows that it cannot be ids 0 and 1 by chance. */
  boolean isSurelyOneHot() {
    return kind == Kind.ONE_HOT && (long) batch * time > FEW && !hasZeroVector();
  }

  /** The same as numbers. */
  InputOrTarget numbers() {
    return new InputOrTarget(
        Kind.NUMBERS, reading, name, array, digits, batch, time, width, entries);
  }

  private static InputOrTarget of(Kind kind, View view, int width, TimestepNumbers entries) {
    return new InputOrTarget(
        kind,
        view.reading(),
        view.name(),
        view.array(),
        view.data().kind(),
        view.shape()[0],
        view.shape()[1],
        width,
        entries);
  }

  /** The id; −1 of a row of zeros. */
  int id(int sequence, int t) {
    if (kind == Kind.IDS) {
      return (int) entries.at(sequence, t, 0);
    }
    for (int i = 0; i < width; i++) {
      if (entries.at(sequence, t, i) != 0) {
        return i;
      }
    }
    return -1;
  }

  /** What was taken for granted, if anything. */
  Stream<String> remarks() {
    if (kind == Kind.NUMBERS) {
      return Stream.empty();
    }
    String zeros = kind == Kind.IDS ? "−1" : "a row of zeros";
    return Stream.of(
            kind == Kind.ONE_HOT ? array + " is one-hot and read as ids." : "",
            isFromOne() ? "The ids of " + array + " count from 1, as in MATLAB." : "",
            hasZeroVector() ? array + " has " + zeros + ", which is read as no input." : "")
        .filter(remark -> !remark.isEmpty());
  }

  /** Whether the same stands at two timesteps. */
  boolean isSame(int sequence, int t, int otherSequence, int otherT) {
    for (int i = 0; i < width; i++) {
      if (entries.at(sequence, t, i) != entries.at(otherSequence, otherT, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is an id below 0 or a row of zeros. */
  boolean hasZeroVector() {
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < time; t++) {
        if (kind != Kind.NUMBERS && id(b, t) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Ids (B, T), −1 for a zero vector, or numbers (B, T, N). */
  Source source() {
    if (kind == Kind.NUMBERS) {
      return numbersSource();
    }
    double[] values = new double[batch * time];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-1, id(i / time, i % time));
    }
    Source.Place place =
        index ->
            entries.index(
                index[0], index[1], kind == Kind.IDS ? 0 : Math.max(0, id(index[0], index[1])));
    return new Source(name, array, new int[] {batch, time}, values, digits, place);
  }

  private Source numbersSource() {
    double[] values = new double[Math.multiplyExact(batch * time, width)];
    int next = 0;
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < time; t++) {
        for (int i = 0; i < width; i++) {
          values[next++] = entries.at(b, t, i);
        }
      }
    }
    return new Source(
        name,
        array,
        new int[] {batch, time, width},
        values,
        digits,
        index -> entries.index(index[0], index[1], index[2]));
  }
}
