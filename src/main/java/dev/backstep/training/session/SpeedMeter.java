package dev.backstep.training.session;

/** Characters per second of training time, over about the last second. */
final class SpeedMeter {
  private static final long WINDOW_NANOS = 1_000_000_000L;

  private long since;
  private long characters;
  private double perSecond;

  /** Training begins, or begins again: the time before does not count. */
  void start(long nanoTime) {
    since = nanoTime;
    characters = 0;
  }

  void add(int trainedCharacters) {
    characters += trainedCharacters;
  }

  double perSecond(long nanoTime) {
    long elapsed = nanoTime - since;
    if (elapsed > WINDOW_NANOS || (perSecond == 0 && elapsed > WINDOW_NANOS / 10)) {
      perSecond = characters * 1e9 / elapsed;
      start(nanoTime);
    }
    return perSecond;
  }
}
