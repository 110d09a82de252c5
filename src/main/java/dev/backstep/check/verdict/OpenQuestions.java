package dev.backstep.check.verdict;

import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Submission;
import dev.backstep.math.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What cannot be judged, since rounding alone may take a right program as far. */
final class OpenQuestions {
  private final Submission submission;
  private final Rounding rounding;
  private final Set<String> names = new LinkedHashSet<>();
  private double furthest;

  OpenQuestions(
      Submission submission, List<RowJudgement> rows, List<TotalJudgement> totals, Judgement loss) {
    this.submission = submission;
    rounding = submission.rounding();
    rows.forEach(this::add);
    totals.forEach(
        total -> add(total.name(), total.judgement(), () -> rounding.of(total.gradient())));
    add(FirstWrongSearch.LOSS, loss, rounding::ofLoss);
  }

  private void add(RowJudgement row) {
    IntStream.range(0, row.cells().size())
        .forEach(t -> add(row.name(), row.cells().get(t), () -> reach(row, t)));
  }

  private Rounding.Reach reach(RowJudgement row, int t) {
    return row.quantity() == null ? rounding.ofLoss(t) : rounding.of(row.quantity(), t);
  }

  private void add(String name, Judgement judgement, Supplier<Rounding.Reach> reach) {
    if (judgement.isOpen()) {
      names.add(name);
      furthest = Math.max(furthest, reach.get().error());
    }
  }

  /** The remarks of the submission, and one more if anything cannot be judged. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>(submission.remarks());
    if (!names.isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%s cannot be judged: the net amplifies the last digit of %s to %s, and a right"
                  + " program may be off by several times that.",
              String.join(", ", names),
              rounding.precision(),
              Numbers.three(furthest)));
    }
    return remarks;
  }
}
