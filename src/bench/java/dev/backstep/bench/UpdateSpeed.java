package dev.backstep.bench;

import dev.backstep.model.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One update, forward + backward + clip + gradient descent, and its forward pass alone. */
@State(Scope.Thread)
public class UpdateSpeed {
  /** V,H,T. */
  @Param({"27,32,12", "27,64,20", "27,128,25", "80,256,100", "80,512,200"})
  public String size;

  private OneUpdate update;

  @Setup
  public void begin() {
    String[] sizes = size.split(",", -1);
    RandomNet net =
        RandomNet.of(
                1,
                Integer.parseInt(sizes[0]),
                Integer.parseInt(sizes[1]),
                Integer.parseInt(sizes[2]))
            .fromZeros();
    update = new OneUpdate(net.parameters(), net.inputs(), net.targets(), net.h0());
  }

  @Benchmark
  public double update() {
    return update.run();
  }

  @Benchmark
  public double forward() {
    return update.forward();
  }
}
