package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name for one thing: what src/docs/words.md says is not said, is not said. */
class OneNameTest {
  /** Other names of things, and what they are called. */
  private static final Map<Pattern, String> FORBIDDEN =
      Map.of(
          said("from later|d[hc]_prev of t ?\\+ ?1"), "dh_later",
          said("wrong lines?"), "fault",
          said("bugs?"), "fault",
          said("(?:a|an|each|every|one|this|own|longer|next|random|typed) words?"), "sequence",
          said("held-out names?|(?:a|each|every|this) names? of the data"), "sequence");

  /** Of programs that read words, a word is a word; a word is also what a sentence is made of. */
  private static final List<String> ALLOWED =
      List.of(
          "Bug lab",
          "The Bug lab",
          "character or word",
          "wrong lines and right ones",
          "a word is a word");

  private static Pattern said(String words) {
    return Pattern.compile("(?i)(?<![\\w-])(?:" + words + ")(?![\\w-])");
  }

  private static Stream<String> forbiddenIn(String text) {
    String left = text;
    for (String allowed : ALLOWED) {
      left = left.replace(allowed, "");
    }
    String searched = left;
    return FORBIDDEN.entrySet().stream()
        .filter(each -> each.getKey().matcher(searched).find())
        .map(each -> "“" + text + "” must say: " + each.getValue());
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/dev/backstep", file))) {
      texts.load(in);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"words/messages.properties", "fault/faults.properties"})
  void everyThingHasOneNameOnTheScreen(String file) throws IOException {
    Properties texts = texts(file);
    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(
            texts.stringPropertyNames().stream()
                .flatMap(key -> forbiddenIn(texts.getProperty(key))))
        .isEmpty();
  }

  /** The table of words itself says what is not said. */
  @Test
  void everyThingHasOneNameInTheDocuments() throws IOException {
    try (Stream<Path> documents = Files.walk(Path.of("src/docs"))) {
      Stream<Path> all =
          Stream.concat(Stream.of(Path.of("README.md")), documents)
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.endsWith("words.md"));
      assertThat(all.flatMap(OneNameTest::lines).flatMap(OneNameTest::forbiddenIn)).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
