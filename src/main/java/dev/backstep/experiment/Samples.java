package dev.backstep.experiment;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Corpus;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples of one network: {@value #COUNT} sequences from the softmax itself (temperature 1), from a
 * hidden state of zeros or from the one that was learned. Sample k of every network sees the same
 * random numbers.
 *
 * @param texts sample 0, 1, 2 …
 * @param meanLength in characters
 * @param endingShare the share of samples with the commonest ending of the text
 */
record Samples(List<String> texts, double meanLength, double endingShare) {
  /** The number drawn of each network. */
  static final int COUNT = 200;

  /** Where a run diverged. */
  static final Samples NONE = new Samples(List.of(), Double.NaN, Double.NaN);

  private static final int ROOM = 10;
  private static final int LONGEST = 100;

  Samples {
    texts = List.copyOf(texts);
  }

  static Samples of(List<String> texts, CommonEnding ending) {
    double characters =
        texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).sum();
    double withEnding = texts.stream().filter(ending::isEndOf).count();
    return new Samples(texts, characters / texts.size(), withEnding / texts.size());
  }

  /** The way of drawing: somewhat longer than the text if the end mark does not come. */
  static SamplingSettings settings(Corpus corpus) {
    return new SamplingSettings(1, false, Math.min(LONGEST, corpus.longest() + ROOM), 1);
  }

  /** The share of samples that are the same in both, number by number. */
  double equalShare(Samples other) {
    long equal =
        IntStream.range(0, texts.size())
            .filter(k -> texts.get(k).equals(other.texts.get(k)))
            .count();
    return (double) equal / texts.size();
  }
}
