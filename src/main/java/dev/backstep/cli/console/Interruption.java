package dev.backstep.cli.console;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a command finish what it must not lose when the program is told to end, by Ctrl-C or by the
 * system: the program does not end before this is closed, however often it is told to.
 */
public final class Interruption implements AutoCloseable {
  /** The exit code of a program after Ctrl-C. */
  public static final int EXIT_CODE = 130;

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Java starts it when the program is told to end, and waits for it. */
  private final Thread whenTold = new Thread(this::ask, "interruption");

  private volatile boolean asked;

  public Interruption() {
    Runtime.getRuntime().addShutdownHook(whenTold);
  }

  /** Whether the command is to end as soon as it can. */
  public boolean isAsked() {
    return asked;
  }

  private void ask() {
    asked = true;
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(whenTold);
    } catch (IllegalStateException e) {
      // The program is ending: it waited for this.
    }
  }
}
