package dev.backstep.io;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that reads and writes session files, one after the other in the order in which it
 * was asked to: neither training nor the screen waits for a disk.
 */
public final class FileThread implements Executor, AutoCloseable {
  private static final long PATIENCE_MILLIS = 30_000;

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::serve, "session files");
  private boolean open = true;

  public FileThread() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    work.add(task);
  }

  private void serve() {
    while (open) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        open = false;
      } catch (RuntimeException | Error e) {
        System.getLogger(FileThread.class.getName())
            .log(System.Logger.Level.ERROR, "work on a session file failed", e);
      }
    }
  }

  /** Waits for what was asked for, but not for a disk that never answers. */
  @Override
  public void close() {
    work.add(() -> open = false);
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
