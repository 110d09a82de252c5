package dev.backstep.ui.viewmodel;

import dev.backstep.check.RowJudgement;
import dev.backstep.check.TotalJudgement;

/** Where a check of somebody's numbers is looked at. */
public sealed interface CodePlace {
  /** One vector of one cell. */
  record OfCell(RowJudgement row, int timestep) implements CodePlace {}

  /** One gradient of the whole sequence. */
  record OfTotal(TotalJudgement total) implements CodePlace {}

  /** The loss of the whole sequence. */
  record OfLoss() implements CodePlace {}
}
