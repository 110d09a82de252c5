package dev.backstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a java that only writes down how it was started. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {
  private static final Path SCRIPT = Path.of("src", "main", "dist", "backstep").toAbsolutePath();
  private static final String[] TOOLS = {
    "sh",
    "sed",
    "readlink",
    "dirname",
    "ls",
    "cksum",
    "tr",
    "cut",
    "id",
    "getent",
    "find",
    "mv",
    "rm",
    "mkdir",
    "head",
    "cat"
  };

  /** A Java that tells how it was started, and makes an archive if asked. */
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'openjdk version "@VERSION@" 2023-07-18' >&2
        exit 0
      fi
      for argument; do
        echo "$argument"
        case $argument in
          -XX:ArchiveClassesAtExit=*) echo classes >"${argument#*=}" ;;
          */\\*) ls "${argument%\\*}" ;;
        esac
      done
      """;

  /** The outcome of a start. */
  private record Started(int code, String output, String errors) {
    String archiving() {
      return output.lines().filter(line -> line.startsWith("-X")).findFirst().orElseThrow();
    }
  }

  @TempDir private Path folder;
  private Path tools;
  private Path home;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void linkTheTools() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    home = Files.createDirectory(folder.resolve("home"));
    List<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).toList();
    for (String tool : TOOLS) {
      for (Path each : path) {
        if (Files.exists(each.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
          write(tools.resolve(tool), "#!/bin/sh\nexec " + each.resolve(tool) + " \"$@\"\n");
        }
      }
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", home.toString());
  }

  private Path java(Path bin, String version) throws IOException {
    Path java = bin.resolve("java");
    Files.createDirectories(bin);
    write(java, JAVA.replace("@VERSION@", version));
    return java;
  }

  private static void write(Path program, String content) throws IOException {
    Files.writeString(program, content);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private Started start(Path program, String... arguments) throws Exception {
    Path script = program.resolve("bin").resolve("backstep");
    if (!Files.exists(script)) {
      Files.createDirectories(script.getParent());
      Files.createDirectories(program.resolve("lib"));
      Files.writeString(program.resolve("lib").resolve("one.jar"), "");
      Files.copy(SCRIPT, script);
    }
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path errors = folder.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Started(process.waitFor(), output, Files.readString(errors).strip());
  }

  private Started start(String... arguments) throws Exception {
    return start(folder.resolve("program"), arguments);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".cache").resolve("backstep"))) {
      return files.toList();
    }
  }

  @Test
  void whereThereIsNoJavaThatIsSaidInASentence() throws Exception {
    Started none = start();
    assertThat(none.errors())
        .isEqualTo(
            "Backstep needs Java 17 or newer: there is no java in PATH, and JAVA_HOME is not set.");
    assertThat(none.code()).isEqualTo(3);
    environment.put("JAVA_HOME", "/no where");
    assertThat(start().errors())
        .isEqualTo(
            "Backstep needs Java 17 or newer:"
                + " JAVA_HOME is /no where, and there is no bin/java in it.");
  }

  @Test
  void whatIsTooOldIsNamedWithItsVersion() throws Exception {
    Path jdk = folder.resolve("jdk");
    Path java = java(jdk.resolve("bin"), "1.8.0_382");
    environment.put("JAVA_HOME", jdk.toString());
    Started old = start();
    assertThat(old.errors())
        .isEqualTo("Backstep needs Java 17 or newer: " + java + " is Java 1.8.0_382.");
    assertThat(old.code()).isEqualTo(3);
    assertThat(old.output()).isEmpty();
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.20\"\n");
    assertThat(start().errors()).endsWith(" is Java 11.0.20.");
    for (String version : new String[] {"17", "25.0.1"}) {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      assertThat(start("--version").code()).as(version).isZero();
    }
  }

  @Test
  void aFolderWithAColonInItsPathStillHasItsClasses() throws Exception {
    java(tools, "17.0.15");
    Started started = start(folder.resolve("a:b c"), "--version");
    assertThat(started.errors()).isEmpty();
    assertThat(started.output()).contains("one.jar").endsWith("--version");
    List<String> lines = started.output().lines().toList();
    assertThat(lines.get(lines.indexOf("-cp") + 1)).doesNotContain(":");
  }

  @Test
  void anArchiveIsMadeOnceAndThenUsed() throws Exception {
    java(tools, "17.0.15");
    assertThat(start("--version").archiving()).isEqualTo("-Xshare:auto");
    assertThat(start().archiving()).startsWith("-XX:ArchiveClassesAtExit=" + home);
    assertThat(archives()).hasSize(1);
    String use = "-XX:SharedArchiveFile=" + archives().get(0);
    assertThat(start().archiving()).isEqualTo(use);
    assertThat(start("--version").archiving()).isEqualTo(use);
  }

  @Test
  void aDamagedArchiveIsNotUsedButMadeAnew() throws Exception {
    java(tools, "17.0.15");
    start();
    Path archive = archives().get(0);
    for (String damaged : new String[] {"clas", "clasSes\n"}) {
      Files.writeString(archive, damaged);
      assertThat(start("--version").archiving()).as(damaged).isEqualTo("-Xshare:auto");
      assertThat(archives()).isEmpty();
      start();
      assertThat(archives()).containsExactly(archive);
    }
    assertThat(archive).hasContent("classes\n");
  }

  @Test
  void archivesGoWhereTheEnvironmentSaysAndNowhereWithoutAFolder() throws Exception {
    java(tools, "17.0.15");
    Path cache = folder.resolve("cache");
    environment.put("XDG_CACHE_HOME", cache.toString());
    assertThat(start().archiving()).startsWith("-XX:ArchiveClassesAtExit=" + cache);
    environment.put("XDG_CACHE_HOME", "relative");
    assertThat(start().archiving()).startsWith("-XX:ArchiveClassesAtExit=" + home);
    for (String none : new String[] {"relative", folder.resolve("ho:me").toString(), "?"}) {
      environment.put("HOME", none);
      assertThat(start().archiving()).as(none).isEqualTo("-Xshare:auto");
      assertThat(folder.resolve(none)).doesNotExist();
    }
  }

  @Test
  void theScriptForWindowsRefusesInTheSameWords() throws IOException {
    String script = Files.readString(SCRIPT.resolveSibling("backstep.bat"));
    assertThat(script)
        .contains("Backstep needs Java 17 or newer: there is no java in PATH")
        .contains("if %number% lss 17 goto old")
        .contains("exit /b %errorlevel%");
  }
}
