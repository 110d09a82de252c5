package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the locale C names of files are more than ASCII all the same. */
@EnabledOnOs(OS.LINUX)
class StartScriptLocaleTest {
  private static final Path SCRIPT = Path.of("src", "main", "dist", "backstep").toAbsolutePath();
  private static final List<String> LOCALE = List.of("LC_ALL", "LC_CTYPE", "LANG");

  @TempDir private Path folder;

  private static String output(List<String> command, Map<String, String> locale, Path home)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    LOCALE.forEach(builder.environment()::remove);
    builder.environment().putAll(locale);
    builder.environment().put("JAVA_HOME", home.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** The options for Java: a Java that only says them stands in its place. */
  private String told(String variable, String value) throws Exception {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"17.0.1 LC_ALL=$LC_ALL\" \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> locale = variable.equals("none") ? Map.of() : Map.of(variable, value);
    return output(List.of("sh", SCRIPT.toString(), "check", "a b"), locale, folder);
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL, C", "LC_ALL, POSIX", "LC_CTYPE, C", "LANG, C", "none, none"})
  void whereNamesWouldBeAsciiTheyAreUtf8AndWhatIsPrintedStaysPlain(String variable, String value)
      throws Exception {
    assertThat(told(variable, value))
        .contains("LC_ALL=C.UTF-8", "-Dstdout.encoding=US-ASCII", "Launcher check a b\n");
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL, C.UTF-8", "LANG, de_DE.UTF-8", "LC_CTYPE, de_DE.ISO-8859-1"})
  void everyOtherLocaleStaysAsItIs(String variable, String value) throws Exception {
    String kept = variable.equals("LC_ALL") ? value : "";
    assertThat(told(variable, value))
        .contains("LC_ALL=" + kept + " ", "Launcher check a b\n")
        .doesNotContain("-Dstdout.encoding");
  }

  @Test
  void whatJavaIsToldSoReadsTheNameAndWritesIt() throws Exception {
    Path session = folder.resolve("Größe.backstep");
    List<String> command =
        new ArrayList<>(
            CommandCall.commandLine(
                "-Dstdout.encoding=US-ASCII", "train", "--hidden", 2, "--updates", 1, "--save"));
    command.add(1, "-Dstderr.encoding=US-ASCII");
    command.add(session.resolveSibling("Unfug").resolve("Größe.backstep").toString());
    Path home = Path.of(System.getProperty("java.home"));
    assertThat(output(command, Map.of("LC_ALL", "C.UTF-8"), home))
        .contains("Größe.backstep, which cannot be written: there is no such folder.");
    command.set(command.size() - 1, session.toString());
    assertThat(output(command, Map.of("LC_ALL", "C.UTF-8"), home)).contains("trained 1 update, ");
    assertThat(session).isNotEmptyFile();
  }
}
