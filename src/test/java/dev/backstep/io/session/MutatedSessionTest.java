package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.backstep.math.SeededRandom;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.session.SessionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are refused in one sentence, or are none the worse for it. */
class MutatedSessionTest {
  private static final int FILES = 1000;
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MOST_ALLOCATED = 64L << 20;
  private static final int HEAD = 12;

  /** The changed values of a number in the JSON. */
  private static final String[] OTHERS = {
    "-1",
    "0",
    "1",
    "1000000",
    "2147483647",
    "-2147483648",
    "9223372036854775807",
    "1e300",
    "0.5",
    "null",
    "\"\"",
    "[]"
  };

  @TempDir Path folder;

  private final SeededRandom random = new SeededRandom(20);
  private Path file;
  private byte[] whole;
  private int refused;

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("run.backstep");
    SessionFile.write(file, SavedRuns.session());
    whole = Files.readAllBytes(file);
  }

  @Test
  void aThousandFilesWithChangedBytesAreRefusedInOneSentenceEach() throws IOException {
    for (int i = 0; i < FILES; i++) {
      open(mutated(whole));
    }
    assertThat(refused).isEqualTo(FILES);
  }

  @Test
  void aThousandFilesWhoseChangedPartsHaveRightChecksumsAreRefusedOrGoneOnWith()
      throws IOException {
    List<byte[]> sections = sections();
    for (int i = 0; i < FILES; i++) {
      List<byte[]> changed = new ArrayList<>(sections);
      int which = random.nextInt(3) == 0 ? random.nextInt(sections.size()) : 0;
      byte[] content = changed.get(which);
      changed.set(which, which == 0 && random.nextInt(2) == 0 ? number(content) : mutated(content));
      open(assembled(changed));
    }
    assertThat(refused).isGreaterThan(FILES / 2);
  }

  private void open(byte[] content) throws IOException {
    Files.write(file, content);
    long allocated = allocated();
    long begin = worked();
    try {
      SavedRuns.tryOut(SessionFile.read(file).run());
    } catch (SessionException e) {
      refused++;
      assertThat(e.getMessage()).startsWith(file + ": ").endsWith(".").doesNotContain("\n", "null");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("is said to diverge");
      refused++;
    } catch (RuntimeException | Error e) {
      fail("not refused in a sentence: " + printable(content), e);
    }
    assertThat(worked() - begin).isLessThan(LONGEST.toNanos());
    assertThat(allocated() - allocated).isLessThan(MOST_ALLOCATED);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Nanoseconds of a processor, which other programs add nothing to. */
  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String printable(byte[] content) {
    return new String(content, 0, Math.min(content.length, 4000), StandardCharsets.ISO_8859_1);
  }

  /** One damage of five kinds. */
  private byte[] mutated(byte[] content) {
    int place = random.nextInt(content.length);
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] changed = content.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
          changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield Arrays.equals(changed, content) ? mutated(content) : changed;
      }
      case 1 -> Arrays.copyOf(content, place);
      case 2 -> joined(content, place, randomBytes(1 + random.nextInt(20)), place);
      case 3 -> {
        int end = Math.min(content.length, place + 1 + random.nextInt(500));
        yield joined(content, place, Arrays.copyOfRange(content, place, end), place);
      }
      default ->
          joined(
              content,
              place,
              new byte[0],
              Math.min(content.length, place + 1 + random.nextInt(50)));
    };
  }

  /** A number in the JSON becomes another one. */
  private byte[] number(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    List<MatchResult> numbers = Pattern.compile("-?[0-9.]+").matcher(text).results().toList();
    MatchResult chosen = numbers.get(random.nextInt(numbers.size()));
    String other = OTHERS[random.nextInt(OTHERS.length)];
    return (text.substring(0, chosen.start()) + other + text.substring(chosen.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] joined(byte[] content, int until, byte[] between, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, until);
    out.writeBytes(between);
    out.write(content, from, content.length - from);
    return out.toByteArray();
  }

  private List<byte[]> sections() throws IOException {
    SectionReader reader =
        new SectionReader(
            new ByteArrayInputStream(whole, HEAD, whole.length - HEAD), whole.length - HEAD);
    return List.of(
        reader.section("JSON", whole.length),
        reader.section("TEXT", whole.length),
        reader.section("ORDR", whole.length),
        reader.section("NUMB", whole.length));
  }

  private byte[] assembled(List<byte[]> sections) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, HEAD);
    SectionWriter writer = new SectionWriter(out);
    String[] names = {"JSON", "TEXT", "ORDR", "NUMB"};
    for (int i = 0; i < names.length; i++) {
      writer.section(names[i], sections.get(i));
    }
    return out.toByteArray();
  }
}
