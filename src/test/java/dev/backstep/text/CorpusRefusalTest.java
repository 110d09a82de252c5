package dev.backstep.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusRefusalTest {
  private static final TextMode LINES = new TextMode.Lines();
  private static final TextMode WINDOWS = new TextMode.Windows(20);

  @TempDir Path folder;

  @Test
  void aMissingFileIsRefusedWithItsPath() {
    Path missing = folder.resolve("none.txt");

    assertThat(refusal(missing)).isEqualTo(missing + ": there is no such file.");
  }

  @Test
  void aFolderIsRefused() {
    assertThat(refusal(folder)).isEqualTo(folder + ": this is a folder and not a file.");
  }

  @Test
  void aFileWithoutPermissionIsRefused() {
    Path file = Path.of("secret.txt");

    assertThat(CorpusReader.refusal(file, new AccessDeniedException("secret.txt")))
        .hasMessage("secret.txt: there is no permission to read the file.");
    assertThat(CorpusReader.refusal(file, new IOException("the disk is gone")))
        .hasMessage("secret.txt: the file cannot be read (the disk is gone).");
    assertThat(CorpusReader.refusal(file, new IOException()))
        .hasMessage("secret.txt: the file cannot be read.");
    assertThat(CorpusReader.refusal(file, new FileSystemException("secret.txt", null, "Is gone")))
        .hasMessage("secret.txt: the file cannot be read (Is gone).");
  }

  @Test
  void aFileAboveFiftyMegabytesIsRefusedBeforeItIsRead() throws IOException {
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(CorpusReader.MAX_BYTES + 1L);
    }

    // The file is nothing but NUL bytes: had it been read, the refusal would be another.
    assertThat(refusal(large))
        .isEqualTo(
            large + ": the file has 52428801 bytes, and at most 52428800 (50 MB) are allowed.");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refusal(new byte[0])).isEqualTo("names.txt: the file is empty.");
    assertThat(refusal("\uFEFF".getBytes(UTF_8))).isEqualTo("names.txt: the file is empty.");
  }

  @Test
  void aFileWithNothingButEmptyLinesIsRefused() {
    assertThat(refusal("\n \t\n\r\n".getBytes(UTF_8)))
        .isEqualTo("names.txt: the file has nothing but empty lines (3 lines).");
  }

  @Test
  void aBinaryFileIsRefusedAtItsFirstZeroByte() {
    assertThat(refusal(new byte[] {'a', '\n', 'b', 0, 'c'}))
        .isEqualTo(
            "names.txt, line 2: the byte at offset 3 is 0, so this is a binary file and not UTF-8"
                + " text.");
  }

  @Test
  void aLatin1FileIsRefusedAtItsFirstAccent() {
    assertThat(refusal("anna\nzoé\n".getBytes(ISO_8859_1)))
        .isEqualTo(
            "names.txt, line 2: the byte 0xE9 at offset 7 is not followed by the bytes that UTF-8"
                + " demands, so the file is not UTF-8.");
  }

  @Test
  void aUtf16FileIsRefusedAndRecognised() {
    assertThat(refusal("anna".getBytes(UTF_16)))
        .isEqualTo(
            "names.txt, line 1: the byte 0xFE at offset 0 cannot begin a character, so the file is"
                + " not UTF-8 (it looks like UTF-16).");
  }

  @ParameterizedTest
  @CsvSource({
    "80, 0x80, cannot begin a character",
    "BF, 0xBF, cannot begin a character",
    "F8 88 80 80 80, 0xF8, cannot begin a character",
    "FF, 0xFF, cannot begin a character",
    "C3, 0xC3, begins a character that is cut off by the end of the file",
    "E6 BC, 0xE6, begins a character that is cut off by the end of the file",
    "F0 9F 98, 0xF0, begins a character that is cut off by the end of the file",
    "C3 C3, 0xC3, is not followed by the bytes that UTF-8 demands",
    "E6 BC 41, 0xE6, is not followed by the bytes that UTF-8 demands",
    "F0 9F 98 0A, 0xF0, is not followed by the bytes that UTF-8 demands",
    "C0 AF, 0xC0, begins an overlong form",
    "C1 BF, 0xC1, begins an overlong form",
    "E0 9F BF, 0xE0, begins an overlong form",
    "F0 8F BF BF, 0xF0, begins an overlong form",
    "ED A0 80, 0xED, begins half of a surrogate pair",
    "ED BF BF, 0xED, begins half of a surrogate pair",
    "F4 90 80 80, 0xF4, begins a character beyond U+10FFFF",
    "F7 BF BF BF, 0xF7, begins a character beyond U+10FFFF"
  })
  void malformedUtf8IsRefusedWithItsByteItsOffsetAndItsRule(String hex, String lead, String rule) {
    byte[] content = after("é\nok\n漢", hex);

    assertThat(refusal(content))
        .isEqualTo(
            "names.txt, line 3: the byte %s at offset 9 %s, so the file is not UTF-8."
                .formatted(lead, rule));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF})
  void theCharactersAtTheBordersOfUtf8AreRead(int codePoint) throws CorpusException {
    byte[] content = Character.toString(codePoint).getBytes(UTF_8);

    assertThat(CorpusReader.read("names.txt", content, LINES).sequences().get(0).text())
        .isEqualTo(Character.toString(codePoint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesAreCountedWithAnyLineEnd(String lineEnd) {
    byte[] content = after("a" + lineEnd + lineEnd + "b" + lineEnd, "FF");

    assertThat(refusal(content)).startsWith("names.txt, line 4: ");
  }

  @Test
  void aLineOf5000CharactersIsReadAndOneOf5001IsRefused() {
    byte[] longest = ("ab\n" + "😀".repeat(5000) + "  \n").getBytes(UTF_8);
    byte[] tooLong = ("ab\n" + "😀".repeat(5001) + "\n").getBytes(UTF_8);

    assertThatCode(() -> CorpusReader.read("names.txt", longest, LINES)).doesNotThrowAnyException();
    assertThat(refusal(tooLong))
        .isEqualTo(
            "names.txt, line 2: the line has 5001 characters, and at most 5000 are allowed (a"
                + " running text can be read in windows).");
  }

  @Test
  void blanksCountAsPartOfALineOnlyIfSomethingFollows() {
    byte[] trailing = ("a" + " ".repeat(9000) + "\n").getBytes(UTF_8);
    byte[] within = ("a" + " ".repeat(9000) + "b").getBytes(UTF_8);

    assertThatCode(() -> CorpusReader.read("names.txt", trailing, LINES))
        .doesNotThrowAnyException();
    assertThat(refusal(within)).contains("line 1: the line has 9002 characters");
  }

  @Test
  void twoThousandDifferentCharactersAreReadAndOneMoreIsRefusedWhereItStands()
      throws CorpusException {
    String most =
        IntStream.range(0x4E00, 0x4E00 + 2000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("\n"));

    byte[] tooMany = (most + "\n一é\n").getBytes(UTF_8);

    assertThat(CorpusReader.read("names.txt", most.getBytes(UTF_8), LINES).vocabulary().size())
        .isEqualTo(2001);
    assertThat(refusal(tooMany))
        .isEqualTo(
            "names.txt, line 2001: é (U+00E9) is the 2001st different character, and at most 2000"
                + " are allowed.");
  }

  @Test
  void aLineEndIsOneOfTheCharactersOfARunningText() {
    String most =
        IntStream.range(0x4E00, 0x4E00 + 2000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    Throwable refused =
        catchThrowable(() -> CorpusReader.read("tale.txt", (most + "\n").getBytes(UTF_8), WINDOWS));

    assertThat(refused)
        .hasMessage(
            "tale.txt, line 1: ↵ (U+000A) is the 2001st different character, and at most 2000 are"
                + " allowed.");
  }

  private static byte[] after(String text, String hex) {
    byte[] start = text.getBytes(UTF_8);
    String[] bytes = hex.split(" ");
    byte[] content = Arrays.copyOf(start, start.length + bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      content[start.length + i] = (byte) Integer.parseInt(bytes[i], 16);
    }
    return content;
  }

  private static String refusal(byte[] content) {
    Throwable refused = catchThrowable(() -> CorpusReader.read("names.txt", content, LINES));
    assertThat(refused).isInstanceOf(CorpusException.class);
    return refused.getMessage();
  }

  private static String refusal(Path file) {
    Throwable refused = catchThrowable(() -> CorpusReader.read(file, LINES));
    assertThat(refused).isInstanceOf(CorpusException.class);
    return refused.getMessage();
  }
}
