package dev.backstep.fuzz;

import dev.backstep.io.session.SessionFile;
import dev.backstep.training.SavedRuns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose parts are wrong while their lengths and check sums are right, and the reverse. */
class SessionsFuzz {
  private static final int SECTIONS = 4;

  @TempDir private Path folder;
  private byte[] whole;

  @BeforeEach
  void save() throws IOException {
    Path file = folder.resolve("whole.backstep");
    SessionFile.write(file, SavedRuns.session());
    whole = Files.readAllBytes(file);
  }

  @Test
  void everySessionIsDrawnFromOrRefusedInASentence() throws IOException {
    new Campaign("sessions", 30).run(folder, this::trial);
  }

  private Command trial(Dice dice, Path made) throws IOException {
    Path file = Files.write(made.resolve("mine.backstep"), changed(dice));
    List<String> arguments = List.of("sample", "--session", file.toString(), "-n", "2");
    return Command.of(Set.of(0, 2), arguments);
  }

  private byte[] changed(Dice dice) throws IOException {
    MadeSession session = MadeSession.of(whole);
    return switch (dice.below(10)) {
      case 0 -> dice.damaged(whole);
      case 1 -> session.rearranged(dice).bytes();
      case 2 -> {
        int section = dice.below(SECTIONS);
        yield session.with(section, dice.damaged(session.content(section))).bytes();
      }
      case 3 -> {
        int section = 2 + dice.below(2);
        yield session.with(section, withOther(session.content(section), dice)).bytes();
      }
      default -> session.with(0, MadeJson.changed(session.content(0), dice)).bytes();
    };
  }

  private static byte[] withOther(byte[] numbers, Dice dice) {
    ByteBuffer changed = ByteBuffer.wrap(numbers.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int places = numbers.length / Double.BYTES;
    for (int n = dice.below(4); n >= 0 && places > 0; n--) {
      changed.putDouble(Double.BYTES * dice.below(places), dice.real());
    }
    return changed.array();
  }
}
