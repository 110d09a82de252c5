package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyCodeViewModelTest {
  @TempDir private Path folder;

  private final List<Notice> told = new ArrayList<>();
  private final MyCodeViewModel code = new MyCodeViewModel(Texts.load(), told::add);

  private Path saved(String name, Map<String, NdArray> arrays) throws IOException {
    return Programs.saved(folder, name, arrays);
  }

  private void open(Path file) {
    code.open(file);
    Sessions.repeatUntil(code::poll, () -> code.readingProperty().get().isEmpty());
  }

  private CodeWords words() {
    return new CodeWords(Texts.load(), code.checkProperty().get());
  }

  @Test
  void aFileWithAFaultOpensWhereItWentWrongFirst() throws IOException {
    open(saved("mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE)));
    assertThat(words().file()).isEqualTo("mine.npz · V 7 · H 5 · T 6 · h0 given");
    assertThat(words().dialect()).isEqualTo("names of Backstep");
    assertThat(words().headline()).isEqualTo("First wrong: dh_prev at t = 5");
    assertThat(words().underHeadline()).startsWith("Everything supplied that is computed before");
    assertThat(code.placeProperty().get())
        .isInstanceOfSatisfying(
            CodePlace.OfCell.class,
            cell -> {
              assertThat(cell.row().name()).isEqualTo("dh_prev");
              assertThat(cell.timestep()).isEqualTo(5);
            });
    JudgedEntry entry = code.entry().orElseThrow();
    assertThat(entry.yours()).isNotEqualTo(entry.right());
    assertThat(entry).isEqualTo(code.checkProperty().get().verdict().firstWrong().orElseThrow());
    assertThat(told).isEmpty();
  }

  @Test
  void theWordsAreInTheNamesOfTheProgram() throws IOException {
    Map<String, NdArray> ours = Programs.totalsOf(Programs.ours(Fault.MISSING_TRANSPOSE));
    open(saved("mine.npz", Programs.minCharRnn(ours)));
    assertThat(words().headline()).isEqualTo("First wrong: dWxh");
    assertThat(words().underHeadline()).startsWith("Nothing that is computed before it was");
    assertThat(words().diagnosis().headline())
        .isEqualTo("This is missing-transpose: Whh is not transposed in dh_prev.");
    assertThat(words().diagnosis().lookFor(Fault.MISSING_TRANSPOSE))
        .contains("dWhh")
        .doesNotContain("W2");
    assertThat(words().reproduced()).isEqualTo("It reproduces all that was supplied: 5 totals.");
    assertThat(code.placeProperty().get())
        .isInstanceOfSatisfying(
            CodePlace.OfTotal.class, total -> assertThat(total.total().name()).isEqualTo("dWxh"));
  }

  @Test
  void whereOnlyTimestepsWereSuppliedOnlyTheyAreSaidToBeReproduced() throws IOException {
    Map<String, NdArray> rows =
        Programs.without(
            Programs.ours(Fault.MISSING_TRANSPOSE), "dW1", "dW2", "dW3", "dbh", "dbo", "dh0");
    open(saved("mine.npz", rows));
    assertThat(words().reproduced())
        .matches("It reproduces all that was supplied: \\d+ timestep vectors\\.");
  }

  @Test
  void whatIsRightLeadsNowhereAndRestsOnItsEvidence() throws IOException {
    open(saved("right.npz", Programs.ours(Fault.NONE)));
    assertThat(words().headline()).isEqualTo("All that was supplied agrees");
    assertThat(code.placeProperty().get()).isNull();
    assertThat(code.entry()).isEmpty();
    assertThat(words().howSure()).last().asString().startsWith("The evidence is good: h0 is not 0");
  }

  @Test
  void aFileThatIsRefusedIsSaidInOneSentenceAndWhatWasOpenStays() throws IOException {
    open(saved("mine.npz", Programs.ours(Fault.TANH_TWICE)));
    CodeCheck before = code.checkProperty().get();
    CodePlace place = code.placeProperty().get();
    open(Files.writeString(folder.resolve("broken.npz"), "no zip"));
    open(saved("empty.npz", Map.of("W1", NdArray.of(new double[] {1}, 1, 1))));
    open(folder.resolve("missing.npz"));
    assertThat(told).hasSize(3).allMatch(Notice::isRefusal);
    assertThat(told.get(0).text()).startsWith("broken.npz: ").endsWith(".");
    assertThat(told.get(1).text()).startsWith("empty.npz: ").endsWith(".");
    assertThat(told.get(2).text()).startsWith("missing.npz: ").endsWith(".");
    assertThat(code.checkProperty().get()).isSameAs(before);
    assertThat(code.placeProperty().get()).isSameAs(place);
  }

  @Test
  void oneArrayStandsForTheFolderThatItIsIn() throws IOException {
    for (Map.Entry<String, NdArray> array : Programs.ours(Fault.SKIPS_T0).entrySet()) {
      Path zip = saved("one.npz", Map.of(array.getKey(), array.getValue()));
      try (FileSystem inside = FileSystems.newFileSystem(zip)) {
        String name = array.getKey() + ".npy";
        Files.copy(
            inside.getPath(name), Files.createDirectories(folder.resolve("run")).resolve(name));
      }
    }
    open(folder.resolve("run").resolve("W1.npy"));
    assertThat(words().file()).startsWith("run · V 7");
    assertThat(words().diagnosis().headline()).startsWith("This is skips-t0: ");
  }

  @Test
  void theCursorStaysWithinTheGrid() throws IOException {
    open(saved("mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE)));
    List<String> rows = code.checkProperty().get().rows().stream().map(row -> row.name()).toList();
    code.move(1, 1);
    assertPlace(rows.get(rows.size() - 1), 5);
    code.move(-1, -2);
    assertPlace(rows.get(rows.size() - 2), 3);
    code.move(0, -1000);
    code.move(-1000, 0);
    assertPlace("H", 0);
    code.placeProperty().set(new CodePlace.OfLoss());
    code.move(1, 1);
    assertPlace("H", 0);
  }

  private void assertPlace(String row, int timestep) {
    CodePlace.OfCell cell = (CodePlace.OfCell) code.placeProperty().get();
    assertThat(cell.row().name()).isEqualTo(row);
    assertThat(cell.timestep()).isEqualTo(timestep);
  }

  @Test
  void anyNumberCanBeWrittenOutAndWhatWasNotSuppliedIsNot() throws IOException {
    Map<String, NdArray> arrays =
        Programs.without(Programs.ours(Fault.MISSING_TRANSPOSE), "dtanh", "loss");
    arrays.put("loss", NdArray.of(new double[] {3}));
    open(saved("mine.npz", arrays));
    code.placeProperty().set(new CodePlace.OfLoss());
    assertThat(code.entry().orElseThrow().yours()).isEqualTo(3);
    assertThat(words().loss()).startsWith("loss off by ");
    code.checkProperty().get().rows().stream()
        .filter(row -> row.name().equals("dtanh"))
        .forEach(row -> code.placeProperty().set(new CodePlace.OfCell(row, 2)));
    assertThat(code.entry()).isEmpty();
    code.checkProperty().get().verdict().totals().stream()
        .filter(total -> total.name().equals("dW3"))
        .forEach(
            total -> {
              code.placeProperty().set(new CodePlace.OfTotal(total));
              assertThat(words().total(total)).isEqualTo("dW3 agrees");
            });
    assertThat(code.entry().orElseThrow().derivation()).isPresent();
  }

  @Test
  void theReportIsWhatTheCommandPrints() throws IOException {
    open(saved("mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE)));
    assertThat(code.report())
        .startsWith("mine.npz: names of Backstep, V = 7, H = 5, T = 6; float64")
        .contains("First wrong: dh_prev[")
        .contains("\n  your line  dh_prev = dtanh @ W2\n")
        .endsWith("\n");
  }

  @Test
  void whatIsAskedForLastIsWhatIsShownAndWhatIsCancelledIsNot() throws IOException {
    Path first = saved("first.npz", Programs.ours(Fault.TANH_TWICE));
    Path second = saved("second.npz", Programs.ours(Fault.SKIPS_T0));
    code.open(first);
    assertThat(code.readingProperty().get()).isEqualTo("first.npz");
    open(second);
    assertThat(words().file()).startsWith("second.npz");
    code.open(first);
    code.cancel();
    assertThat(code.readingProperty().get()).isEmpty();
    code.poll();
    assertThat(words().file()).startsWith("second.npz");
  }
}
