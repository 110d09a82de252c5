package dev.backstep.ui.sentence;

import dev.backstep.math.Numbers;
import dev.backstep.net.Head;
import dev.backstep.trace.Trace;
import dev.backstep.words.Texts;

/** What the loss came to, and where most of it is from. */
record LossSentence(Texts texts, Trace trace) {
  MarkedSentence sentence() {
    int worst = 0;
    for (int t = 1; t < trace.length(); t++) {
      worst = trace.loss(t) > trace.loss(worst) ? t : worst;
    }
    double total = trace.totalLoss();
    if (Double.isNaN(total)) {
      return MarkedSentence.of(texts.of("sentence.not-finite.loss"));
    }
    if (!ForwardSentence.isOfLetters(trace)) {
      return MarkedSentence.of(
          texts.of(
              "sentence.loss.numbers",
              trace.length(),
              Numbers.three(total),
              worst,
              Numbers.three(trace.loss(worst))));
    }
    int target = trace.target(worst);
    return MarkedSentence.of(
        texts.count(
            trace.length(),
            "sentence.loss",
            trace.length(),
            Numbers.three(total),
            Numbers.three(total / trace.length()),
            MarkedSentence.letters(trace.label(target)),
            MarkedSentence.letters(ReadText.of(trace, worst)),
            Numbers.percent(trace.values(Head.O).get(worst, target))));
  }
}
