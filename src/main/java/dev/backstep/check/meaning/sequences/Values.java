package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** What the numbers of an array say about what they are. */
final class Values {
  /** What programs write in the place of a target whose loss does not count. */
  private static final double IGNORED = -100;

  /** A sum of probabilities is off from 1 by less, in any precision. */
  private static final double NOTHING = 0.05;

  private Values() {}

  private static boolean all(NdArray data, DoublePredicate is) {
    return Arrays.stream(data.values()).allMatch(is);
  }

  /** Whether all are ids below a number, or −1. */
  static boolean areIds(NdArray data, int size) {
    return all(data, value -> value == Math.rint(value) && value >= -1 && value < size);
  }

  /** Whether all are ids from 1 to a number. */
  static boolean areIdsFromOne(NdArray data, int size) {
    return all(data, value -> value == Math.rint(value) && value >= 1 && value <= size);
  }

  /** The same of targets, some of which may say that their loss does not count. */
  static boolean areTargets(NdArray data, int size) {
    return all(
        data,
        value -> value == Math.rint(value) && value < size && (value >= -1 || value == IGNORED));
  }

  /** Whether all are 0 or 1. */
  static boolean areBits(NdArray data) {
    return all(data, value -> value == 0 || value == 1);
  }

  /** Whether all are from 0 to 1. */
  static boolean areFractions(NdArray data) {
    return all(data, value -> value >= 0 && value <= 1);
  }

  static boolean areWhole(NdArray data) {
    return all(data, value -> value == Math.rint(value));
  }

  /** Whether all are finite. */
  static boolean areFinite(NdArray data) {
    return all(data, Double::isFinite);
  }

  /** Whether each row of (…, N) has a single 1 and else zeros, or zeros alone, and one has a 1. */
  static boolean areOneHot(View view) {
    boolean[] hasOne = {false};
    boolean areAll =
        areBits(view.data())
            && LastAxisRows.of(view)
                .allMatch(
                    row -> {
                      double sum = Arrays.stream(row).sum();
                      hasOne[0] |= sum == 1;
                      return sum <= 1;
                    });
    return areAll && hasOne[0];
  }

  /** Whether each row of (…, N) sums to 1. */
  static boolean areProbabilities(View view) {
    return areFractions(view.data())
        && LastAxisRows.of(view).allMatch(row -> Math.abs(Arrays.stream(row).sum() - 1) <= NOTHING);
  }

  /** Whether each row sums to 0, and only one of its entries is below 0: o − y in place of o. */
  static boolean areErrors(View view) {
    return view.shape()[view.shape().length - 1] > 1
        && LastAxisRows.of(view)
            .allMatch(
                row ->
                    Math.abs(Arrays.stream(row).sum()) <= NOTHING
                        && Arrays.stream(row).filter(value -> value < 0).count() == 1);
  }
}
