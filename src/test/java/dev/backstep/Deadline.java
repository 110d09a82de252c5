package dev.backstep;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The time after which a test that waits gives up: what never comes is to fail the test, and what
 * comes late is not. On a busy machine everything comes late.
 */
public final class Deadline {
  public static final long SECONDS = 120;
  public static final long MILLIS = 1000 * SECONDS;
  private static final long LOOK_NANOS = 100_000;

  private Deadline() {}

  /** Waits until a condition holds. */
  public static void await(BooleanSupplier condition) {
    first(() -> condition.getAsBoolean() ? condition : null);
  }

  /** The first answer that is not null, asked for again and again. */
  public static <T> T first(Supplier<T> question) {
    long begin = System.nanoTime();
    T answer = question.get();
    while (answer == null) {
      if (System.nanoTime() - begin > MILLIS * 1_000_000) {
        throw new AssertionError("nothing came in " + SECONDS + " seconds");
      }
      LockSupport.parkNanos(LOOK_NANOS);
      answer = question.get();
    }
    return answer;
  }
}
