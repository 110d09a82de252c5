package dev.backstep.fuzz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of every kind of character and line end, whole, damaged and in other encodings. */
class TextsFuzz {
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r",
          "\r\n",
          " ",
          "\t",
          "a",
          "baryonyx",
          "ä",
          "漢字",
          "😀",
          "\u0000",
          "\u0007",
          "\uFEFF",
          "\u2028",
          "e\u0301",
          "\u202E",
          "=1+1",
          "\"",
          ",",
          "\u00A0",
          "\u0085",
          "\uFFFF");

  @TempDir private Path folder;

  @Test
  void everyTextIsTrainedOnOrRefusedInASentence() throws IOException {
    new Campaign("texts", 10).run(folder, this::trial);
  }

  private Command trial(Dice dice, Path made) throws IOException {
    Path file = made.resolve("mine.txt");
    byte[] text = text(dice);
    write(file, text, dice.onceIn(5) ? times(text.length, dice) : 1);
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "--data", file.toString(), "--updates", "2", "--hidden", "4"));
    if (dice.onceIn(3)) {
      arguments.addAll(List.of("--window", dice.of("1", "7", "5000", "5001", "0")));
    }
    if (dice.onceIn(4)) {
      arguments.addAll(List.of("--csv", folder.resolve("losses.csv").toString()));
    }
    if (dice.onceIn(4)) {
      arguments.addAll(List.of("--save", folder.resolve("run.backstep").toString()));
    }
    return Command.of(Set.of(0, 1, 2), arguments);
  }

  private static byte[] text(Dice dice) {
    byte[] text = pieces(dice).getBytes(StandardCharsets.UTF_8);
    return switch (dice.below(5)) {
      case 0 -> dice.damaged(text);
      case 1 ->
          pieces(dice).getBytes(dice.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1));
      case 2 -> dice.bytes(dice.below(300));
      default -> text;
    };
  }

  private static String pieces(Dice dice) {
    StringBuilder text = new StringBuilder();
    boolean isPlain = dice.onceIn(2);
    for (int n = dice.below(60); n > 0; n--) {
      if (dice.onceIn(20)) {
        text.appendCodePoint(dice.below(Character.MAX_CODE_POINT + 1));
      } else {
        text.append(isPlain ? dice.of("a", "b", "ä", "\n", "dino") : dice.of(PIECES));
      }
    }
    return text.toString();
  }

  /** Up to some megabytes: long lines, many lines, many blanks. */
  private static int times(int length, Dice dice) {
    int most = dice.onceIn(10) ? 60 << 20 : 1 << dice.below(22);
    return most / Math.max(1, length);
  }

  private static void write(Path file, byte[] text, int times) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < times; i++) {
        out.write(text);
      }
    }
  }
}
