package dev.backstep.fuzz;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.fault.Faults;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of arrays that are wrong in any of their layers: the zip, the headers, the numbers. */
class ArraysFuzz {
  private static final List<String> NAMES =
      List.of(
          "x",
          "y",
          "h0",
          "H",
          "O",
          "e",
          "dh",
          "dtanh",
          "dh_prev",
          "dxt",
          "loss",
          "lr",
          "chars",
          "W1",
          "W2",
          "W3",
          "bh",
          "bo",
          "dW1",
          "dW2",
          "Wxh",
          "Whh",
          "Why",
          "dWhh",
          "hprev",
          "inputs",
          "targets",
          "rnn.weight_ih_l0",
          "rnn.weight_hh_l0",
          "fc.weight",
          "a.weight",
          "W1_after",
          "rnn.weight_ih_l1",
          "dh0",
          "logits.grad",
          "config");

  @TempDir private Path folder;

  @Test
  void everyFileIsJudgedOrRefusedInASentence() throws IOException {
    new Campaign("npz", 40).run(folder, this::trial);
  }

  private Command trial(Dice dice, Path made) throws IOException {
    Map<String, MadeArray> arrays = arrays(dice);
    for (int n = dice.below(4); n > 0; n--) {
      change(arrays, dice);
    }
    Path file = Files.write(made.resolve("mine.npz"), zip(arrays, dice));
    if (dice.onceIn(5)) {
      return Command.of(Set.of(0, 2), trace(dice, file));
    }
    List<String> arguments = new ArrayList<>(List.of("check", file.toString()));
    if (dice.onceIn(2)) {
      arguments.add(1, "--json");
    }
    return Command.of(Set.of(0, 1, 2), arguments);
  }

  private List<String> trace(Dice dice, Path file) {
    List<String> arguments =
        new ArrayList<>(
            List.of("trace", "--params", file.toString(), "--out", folder.resolve("t.npz") + ""));
    if (dice.onceIn(3)) {
      arguments.addAll(List.of("--text", dice.of("ab", "", "a", "\u0000", "😀b")));
    }
    return arguments;
  }

  private static Map<String, MadeArray> arrays(Dice dice) {
    Map<String, NdArray> ours = Programs.ours(dice.of(Faults.noneAndPlain().toArray(Fault[]::new)));
    Map<String, NdArray> named =
        switch (dice.below(4)) {
          case 0 -> ours;
          case 1 -> Programs.totalsOf(ours);
          case 2 -> Programs.minCharRnn(ours);
          default -> Programs.pytorch(ours);
        };
    Map<String, MadeArray> made = new LinkedHashMap<>();
    named.forEach((name, array) -> made.put(name, MadeArray.of(array)));
    return made;
  }

  private static void change(Map<String, MadeArray> arrays, Dice dice) {
    String name = arrays.isEmpty() ? "W1" : dice.of(List.copyOf(arrays.keySet()));
    MadeArray array = arrays.getOrDefault(name, MadeArray.of(NdArray.of(new int[0])));
    switch (dice.below(10)) {
      case 0 -> arrays.remove(name);
      case 1 -> {
        arrays.remove(name);
        arrays.put(dice.of(NAMES), array);
      }
      case 2 -> arrays.put(dice.of(NAMES), array);
      case 3 -> arrays.put(name(dice), array);
      case 4 -> {
        if (dice.onceIn(4)) {
          arrays.put(name, MadeArray.zeros(dice));
        }
      }
      default -> arrays.put(name, array.changed(dice));
    }
  }

  private static String name(Dice dice) {
    return dice.of(
        "",
        "a/b",
        "../up",
        "new\nline.weight",
        "\u001b[31mred.weight_hh_l0",
        "long".repeat(5000),
        "名.weight_ih_l0",
        new String(dice.bytes(9), StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, MadeArray> arrays, Dice dice) {
    ZipMaker zip = new ZipMaker();
    boolean isDeflated = dice.onceIn(2);
    arrays.forEach((name, array) -> add(zip, name, array, isDeflated, dice));
    byte[] whole = zip.bytes();
    return switch (dice.below(12)) {
      case 0 -> dice.damaged(whole);
      case 1 ->
          zip.bytes(
              (int) dice.number(),
              (int) dice.number(),
              (int) dice.number(),
              dice.bytes(dice.below(9)));
      case 2 -> Dice.spliced(whole, 0, dice.bytes(dice.below(50)), 0);
      default -> whole;
    };
  }

  private static void add(
      ZipMaker zip, String name, MadeArray array, boolean isDeflated, Dice dice) {
    byte[] content = dice.onceIn(60) ? dice.damaged(array.bytes()) : array.bytes();
    int method = isDeflated || content.length > 1 << 20 ? ZipMaker.DEFLATED : ZipMaker.STORED;
    String ending = dice.onceIn(150) ? dice.of("", ".txt", "/", ".npy.npy") : ".npy";
    zip.add(name + ending, content, method, dice.onceIn(60) ? lie(dice) : ZipMaker.Lie.NONE);
  }

  private static ZipMaker.Lie lie(Dice dice) {
    return switch (dice.below(7)) {
      case 0 -> new ZipMaker.Lie(dice.number(), null, null, null, 0);
      case 1 -> new ZipMaker.Lie(null, dice.number(), null, null, 0);
      case 2 -> new ZipMaker.Lie(null, null, dice.number(), null, 0);
      case 3 -> new ZipMaker.Lie(null, null, null, dice.of(0, 8, 9, 12, 14, 93, 99, 65_535), 0);
      case 4 -> new ZipMaker.Lie(null, null, null, null, dice.of(1, 8, 64, 0xffff));
      default -> new ZipMaker.Lie(null, null, null, null, 0, dice::damaged);
    };
  }
}
