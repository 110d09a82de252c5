package dev.backstep.ui.mycode;

import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;

/** Where a check of the user's numbers is looked at. */
public sealed interface CodePlace {
  /** One vector of one cell. */
  record OfCell(RowJudgement row, int timestep) implements CodePlace {}

  /** One gradient of the whole sequence. */
  record OfTotal(TotalJudgement total) implements CodePlace {}

  /** The loss of the whole sequence. */
  record OfLoss() implements CodePlace {}
}
