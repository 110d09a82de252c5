package dev.backstep.bench;

import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Backstep among the contenders of {@code compare.py}. All are called alike, here with the cell
 * first, {@code CELL PROBLEM V H T WARM_UP SECONDS GRADIENTS}, write the gradients of the first
 * update to the last file, and print how many updates they made in how many seconds.
 */
public final class Contender {
  private Contender() {}

  public static void main(String[] args) throws IOException {
    Net net = Nets.of(args[0]).orElseThrow();
    Shape shape = new Shape(net, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    OneUpdate update = Problem.read(Path.of(args[1]), shape, Integer.parseInt(args[4])).update();
    update.forward();
    Problem.write(Path.of(args[7]), update.backward());
    timed(update, Double.parseDouble(args[5]));
    System.out.println(timed(update, Double.parseDouble(args[6])));
  }

  /** Makes updates for so long: "UPDATES SECONDS". */
  private static String timed(OneUpdate update, double seconds) {
    long began = System.nanoTime();
    long updates = 0;
    double took;
    do {
      update.run();
      updates++;
      took = (System.nanoTime() - began) / 1e9;
    } while (took < seconds);
    return updates + " " + took;
  }
}
