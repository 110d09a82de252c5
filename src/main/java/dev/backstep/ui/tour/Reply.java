package dev.backstep.ui.tour;

/**
 * What is said to an answer.
 *
 * @param words of a wrong one: why it is wrong
 */
record Reply(boolean isRight, Wording words) {
  static Reply right(Wording words) {
    return new Reply(true, words);
  }

  static Reply wrong(Wording words) {
    return new Reply(false, words);
  }
}
