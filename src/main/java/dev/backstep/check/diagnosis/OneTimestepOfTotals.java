package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * Recognises totals in which one timestep of every sequence is missing or counts twice: the first,
 * the last or another, in all totals or in that of one weight alone.
 */
final class OneTimestepOfTotals {
  /** A number that is no nearer than this to another is not looked at more closely. */
  private static final double NEAR = 1e-2;

  private final Submission submission;
  private final Batch given;
  private final List<Place> places;

  OneTimestepOfTotals(Submission submission) {
    this.submission = submission;
    given = submission.batch();
    places = places();
  }

  /**
   * A timestep of every sequence that is long enough.
   *
   * @param words as {@code the last timestep of every sequence}
   * @param chosen 1 at the timesteps that it is, else 0
   */
  private record Place(String words, double[] chosen) {}

  /**
   * Which totals are not the candidate's, and what they have not once; empty if one of them is
   * something else.
   */
  Optional<String> of(Computed candidate) {
    TimestepShares shares = new TimestepShares(candidate);
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (SuppliedTotal total : submission.totals()) {
      double[] expected = candidate.total(total.gradient());
      if (!submission.agree(total, expected)) {
        Optional<String> words =
            total.isOfWeight() ? of(shares, total, expected) : Optional.empty();
        if (words.isEmpty()) {
          return Optional.empty();
        }
        found.computeIfAbsent(words.get(), key -> new ArrayList<>()).add(total.name());
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.entrySet().stream()
                .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
                .collect(Collectors.joining("; ")));
  }

  private Optional<String> of(TimestepShares shares, SuppliedTotal total, double[] expected) {
    int at = furthest(total.entries(), expected);
    double off = total.entries()[at] - expected[at];
    for (Place place : places) {
      double share = shares.entry(total, place.chosen(), at);
      if (Math.abs(Math.abs(off) - Math.abs(share)) <= NEAR * Math.abs(off)) {
        double times = Math.signum(off) * Math.signum(share);
        double[] sum = shares.sum(total, place.chosen());
        for (int i = 0; i < sum.length; i++) {
          sum[i] = expected[i] + times * sum[i];
        }
        if (submission.agree(total, sum)) {
          return Optional.of(place.words() + (times < 0 ? " is left out" : " is counted twice"));
        }
      }
    }
    return Optional.empty();
  }

  private static int furthest(double[] yours, double[] expected) {
    int furthest = 0;
    for (int i = 1; i < yours.length; i++) {
      double off = Math.abs(yours[i] - expected[i]);
      furthest = off > Math.abs(yours[furthest] - expected[furthest]) ? i : furthest;
    }
    return furthest;
  }

  /** The last and the first timestep come first, as they are left out most often. */
  private List<Place> places() {
    int longest = given.sequences().stream().mapToInt(Example::length).max().orElse(0);
    boolean areEqual = given.sequences().stream().allMatch(each -> each.length() == longest);
    List<Place> all = new ArrayList<>();
    String of = given.size() > 1 ? " of every sequence" : "";
    String last = areEqual ? String.format(Locale.ROOT, ", t = %d,", longest - 1) : "";
    all.add(new Place("the last timestep" + of + last, chosen(length -> length - 1)));
    all.add(new Place("the first timestep" + of + ", t = 0,", chosen(length -> 0)));
    for (int t = 1; t < longest - 1; t++) {
      int at = t;
      String words = String.format(Locale.ROOT, "t = %d%s", t, of);
      all.add(new Place(words, chosen(length -> at)));
    }
    if (given.size() > 1) {
      for (int t = 0; t < given.timesteps(); t++) {
        double[] one = new double[given.timesteps()];
        one[t] = 1;
        all.add(new Place(submission.place(t), one));
      }
    }
    return all;
  }

  /** 1 at the timestep that it is in a sequence of so many. */
  private double[] chosen(IntUnaryOperator ofLength) {
    double[] chosen = new double[given.timesteps()];
    for (int sequence = 0; sequence < given.size(); sequence++) {
      int length = given.sequences().get(sequence).length();
      int t = ofLength.applyAsInt(length);
      if (t < length) {
        chosen[given.start(sequence) + t] = 1;
      }
    }
    return chosen;
  }

  /** The words for some timesteps, where they are one of the places. */
  Optional<String> words(int[] timesteps) {
    double[] chosen = new double[given.timesteps()];
    Arrays.stream(timesteps).forEach(t -> chosen[t] = 1);
    return places.stream()
        .filter(place -> Arrays.equals(place.chosen(), chosen))
        .map(Place::words)
        .findFirst();
  }
}
