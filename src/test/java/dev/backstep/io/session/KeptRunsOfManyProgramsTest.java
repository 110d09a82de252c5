package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.io.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several programs with one folder: some keep runs and are killed, others look for what is left.
 */
class KeptRunsOfManyProgramsTest {
  private static final int ROUNDS = 2;

  @TempDir private Path folder;

  private Process start(String what) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Probe.class.getName(),
            folder.resolve("state").resolve("runs").toString(),
            what)
        .start();
  }

  private static List<String> read(BufferedReader lines) throws IOException {
    List<String> read = new ArrayList<>();
    for (String line = lines.readLine(); !line.equals("done"); line = lines.readLine()) {
      read.add(line);
    }
    return read;
  }

  private static void kill(List<Process> processes) throws InterruptedException {
    for (Process process : processes) {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }

  @Test
  void whatAKilledProgramLeftIsFoundByOneOfThoseThatLookForItAndOnlyByOne() throws Exception {
    Process alive = start("keep");
    List<String> ofAlive = read(alive.inputReader());
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> keepers = List.of(start("keep"), start("keep earlier"));
      for (Process keeper : keepers) {
        expected.addAll(read(keeper.inputReader()));
      }
      kill(keepers);
      List<Process> seekers = List.of(start("seek"), start("seek"));
      List<String> found = new ArrayList<>();
      for (Process seeker : seekers) {
        found.addAll(read(seeker.inputReader()));
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      // They had no answer yet, and the next ones find it all again.
      kill(seekers);
    }
    assertThat(ofAlive).hasSize(2).allMatch(name -> Files.exists(runs().resolve(name)));
    assertThat(expected).doesNotContainAnyElementsOf(ofAlive);
    kill(List.of(alive));
    assertThat(new KeptRuns(runs()).left()).hasSize(ROUNDS * 2 + 1);
  }

  private Path runs() {
    return folder.resolve("state").resolve("runs");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theyAreForTheirOwnerOnly() throws IOException {
    Files.createDirectories(runs());
    Files.setPosixFilePermissions(runs(), PosixFilePermissions.fromString("rwxr-xr-x"));
    KeptRun run = new KeptRuns(runs()).begin();
    WholeFile.writePrivate(run.file(), out -> out.write(7));
    assertThat(modeOf(runs())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(runs())) {
      assertThat(files).hasSize(2).allMatch(file -> modeOf(file).equals("rw-------"));
    }
    KeptRuns fresh = new KeptRuns(folder.resolve("a").resolve("b"));
    fresh.begin().release();
    assertThat(modeOf(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(modeOf(folder.resolve("a").resolve("b"))).isEqualTo("rwx------");
  }

  private static String modeOf(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onePlaceThatCannotBeOpenedDoesNotHideTheOthers() throws IOException {
    KeptRun good = new KeptRuns(runs()).begin();
    Files.write(good.file(), new byte[] {7});
    good.release();
    Files.createDirectory(runs().resolve("run-odd.lock"));
    assertThat(new KeptRuns(runs()).left()).extracting(KeptRun::file).containsExactly(good.file());
  }

  @Test
  void whereThereIsNoFolderForThemThatIsSaid() {
    assertThatThrownBy(() -> new KeptRuns(null).left())
        .isInstanceOf(IOException.class)
        .hasMessage("there is no home folder, and HOME is not set");
  }

  @Test
  void aWindowOfTheSameProgramDoesNotTakeALockAwayByLookingAtIt() throws Exception {
    KeptRun held = new KeptRuns(runs()).begin();
    Files.write(held.file(), new byte[] {7});
    assertThat(new KeptRuns(runs()).left()).isEmpty();
    Process seeker = start("seek");
    assertThat(read(seeker.inputReader())).isEmpty();
    kill(List.of(seeker));
    held.release();
  }

  /** One of the programs. It says which runs it has, then that it is done, and goes on. */
  static final class Probe {
    private Probe() {}

    /**
     * @param arguments the folder, and what to do
     */
    public static void main(String[] arguments) throws IOException {
      KeptRuns runs = new KeptRuns(Path.of(arguments[0]));
      List<KeptRun> places = new ArrayList<>(arguments[1].equals("seek") ? runs.left() : List.of());
      KeptRun own = runs.begin();
      if (arguments[1].startsWith("keep")) {
        // Of one there are only runs that were open before.
        int first = arguments[1].equals("keep") ? -1 : 0;
        IntStream.range(first, first + 2)
            .mapToObj(i -> i < 0 ? own.file() : own.before(i))
            .forEach(Probe::keep);
      }
      places.add(own);
      for (KeptRun place : places) {
        for (Path file :
            Stream.concat(Stream.of(place.file()), place.earlier().stream()).toList()) {
          if (Files.exists(file)) {
            System.out.println(file.getFileName());
          }
        }
      }
      System.out.println("done");
      System.in.read();
    }

    private static void keep(Path file) {
      try {
        WholeFile.writePrivate(file, out -> out.write(7));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
