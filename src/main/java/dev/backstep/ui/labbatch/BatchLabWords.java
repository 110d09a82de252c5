package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.math.Numbers;
import dev.backstep.model.PaddedBatch;
import dev.backstep.net.Vector;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sentences about a fault of batches. */
record BatchLabWords(Texts texts, BatchLabViewModel lab) {
  private static final double TWO_DECIMALS = 0.005;
  private static final String PADDING = "·";

  /** On what it is tried: which sequences, what stands in the padding, and which loss is right. */
  String rests(BatchEffect effect) {
    PaddedBatch padded = effect.padded();
    List<String> said = new ArrayList<>();
    String key = lab.areCut() || !padded.hasPadding() ? "labbatch.rests.cut" : "labbatch.rests";
    said.add(texts.of(key, padded.size(), lengths(padded)));
    if (padded.hasPadding()) {
      said.add(texts.of("labbatch.padding", lab.label(0)));
    }
    said.add(
        texts.of(
            switch (effect.fault()) {
              case DIVIDED_BY_PADDED, MEAN_OF_MEANS -> "labbatch.loss.mean";
              case LAST_COLUMN_READ -> "labbatch.loss.last";
              default -> "labbatch.loss.sum";
            }));
    return String.join(" ", said);
  }

  private String lengths(PaddedBatch padded) {
    if (!padded.hasPadding()) {
      return texts.of("labbatch.each", padded.timesteps());
    }
    return padded.sequences().stream()
        .map(each -> String.valueOf(each.length()))
        .collect(Collectors.joining(", "));
  }

  /** The signs of the columns of a sequence, with one of its own for padding. */
  List<String> signs(PaddedBatch padded, int sequence) {
    int[] ids = padded.sequences().get(sequence).data().inputs();
    return IntStream.range(0, padded.timesteps())
        .mapToObj(column -> padded.isValid(sequence, column) ? lab.label(ids[column]) : PADDING)
        .toList();
  }

  /** A sequence as it is chosen. */
  String sequence(PaddedBatch padded, int sequence) {
    return texts.of("labbatch.sequence", sequence + 1, String.join(" ", signs(padded, sequence)));
  }

  String sequenceHelp(PaddedBatch padded, int sequence) {
    int length = padded.sequences().get(sequence).length();
    return texts.of("labbatch.sequence.help", sequence + 1, length, padded.timesteps() - length);
  }

  /** A row of the grid in a column. */
  String square(BatchEffect effect, Vector vector, int sequence, int column) {
    String key =
        effect.padded().isValid(sequence, column) ? "labbatch.square" : "labbatch.square.padding";
    String place = texts.of(key, vector.written(), sequence + 1, column);
    return texts.of(
        "lab.square",
        place,
        effect
            .at(vector, sequence, column)
            .map(this::told)
            .orElseGet(() -> texts.of("labbatch.square.none")));
  }

  /** "off by 0.40", "agrees". */
  String told(Difference difference) {
    if (FaultEffect.isWrong(difference)) {
      double error = difference.error();
      return texts.of(
          "lab.off-by", error >= TWO_DECIMALS ? Numbers.decimals(error, 2) : Numbers.three(error));
    }
    return texts.of(difference.isExact() ? "lab.agrees" : "lab.agrees.rounded");
  }

  /** The loss that is reported beside the right one. */
  String loss(BatchEffect effect) {
    boolean isSame = Math.abs(effect.wrongLoss() - effect.rightLoss()) <= BatchEffect.ROUNDING;
    return isSame
        ? texts.of("labbatch.loss.same", Numbers.six(effect.rightLoss()))
        : texts.of(
            "labbatch.loss.other",
            Numbers.six(effect.wrongLoss()),
            Numbers.six(effect.rightLoss()));
  }

  /** Whether this fault is seen in the batch that is shown. */
  String verdict(BatchEffect effect) {
    String largest = Numbers.three(effect.largest());
    if (effect.isSeen()) {
      return texts.of("labbatch.seen", largest);
    }
    return texts.of(
        effect.padded().hasPadding() ? "labbatch.unseen" : "labbatch.unseen.equal", largest);
  }

  /** How many of all faults are seen where lengths are unequal or equal. */
  String survey(boolean isEqual, @Nullable BatchSurvey survey) {
    int all = BatchSurvey.tried().size();
    if (survey == null) {
      return texts.of("labbatch.survey.asked", all);
    }
    String largest = Numbers.three(survey.largest());
    if (isEqual) {
      return survey.seen() == 0
          ? texts.of("labbatch.survey.equal", all, largest)
          : texts.of("labbatch.survey.equal.some", all, survey.seen(), largest);
    }
    return survey.unseen().isEmpty()
        ? texts.of("labbatch.survey.unequal", all)
        : texts.of(
            "labbatch.survey.unequal.some",
            all,
            survey.seen(),
            survey.unseen().stream().map(BatchFault::id).collect(Collectors.joining(", ")));
  }
}
