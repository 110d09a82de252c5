package dev.backstep.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Does nothing for as long as an update takes, so that it can be seen what the harness itself
 * allocates in that time: the noise below which an update allocates nothing.
 */
@State(Scope.Thread)
public class NothingSpeed {
  @Param({"10", "1000", "10000"})
  public long microseconds;

  @Benchmark
  public long nothing() {
    long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(microseconds);
    long now = System.nanoTime();
    while (now < until) {
      now = System.nanoTime();
    }
    return now;
  }
}
