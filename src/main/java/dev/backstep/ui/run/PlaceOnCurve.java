package dev.backstep.ui.run;

import dev.backstep.training.session.TrainingState;

/**
 * The place of a run on the curve of its losses. While the curve grows, its end is that place.
 *
 * @param reach how far the curve can be gone along, in updates; 0 where it cannot
 * @param marker the update that is marked; −1 for none
 */
record PlaceOnCurve(int reach, int marker) {
  private static final PlaceOnCurve AT_THE_END = new PlaceOnCurve(0, -1);

  /**
   * The place of a run.
   *
   * @param isBehind whether it was gone back in, and its own way ahead is known
   * @param tip the last update of the branch that it is on
   * @param updates how many updates it has made where it is
   */
  static PlaceOnCurve of(TrainingState state, boolean isBehind, long tip, long updates) {
    if (state == TrainingState.RUNNING && !isBehind) {
      return AT_THE_END;
    }
    return new PlaceOnCurve((int) tip, tip == 0 ? -1 : (int) updates);
  }
}
