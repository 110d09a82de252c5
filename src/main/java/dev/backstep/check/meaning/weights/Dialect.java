package dev.backstep.check.meaning.weights;

/** In whose names a program may have saved its arrays; what a name means, the whole set says. */
public enum Dialect {
  OURS("Backstep"),
  MIN_CHAR_RNN("min-char-rnn"),
  UVW("U V W"),
  COURSERA("Coursera"),
  CS231N("CS231n"),
  D2L("d2l"),
  PYTORCH("PyTorch"),
  KERAS("Keras"),
  NUMPY_ML("numpy-ml"),
  FROM_SCRATCH("Deep Learning from Scratch"),
  SYNAPSES("synapses"),
  ONE_MATRIX("one matrix on [x, h]"),
  UNKNOWN("names of your own");

  private final String title;

  Dialect(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
