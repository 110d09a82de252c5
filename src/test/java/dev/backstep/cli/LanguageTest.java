package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.csv.CsvTables;
import dev.backstep.io.latex.LatexTable;
import dev.backstep.io.python.NumPyScript;
import dev.backstep.io.python.NumPyUpdateScript;
import dev.backstep.math.NdArray;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.UnattendedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and commands are the same in every language of the system. */
class LanguageTest {
  private static final int TIMESTEPS = 12;

  /** The commands without a language: the same for all of them, in the one folder. */
  private static final List<String> EXPECTED = new ArrayList<>();

  @TempDir private static Path folder;

  private Locale before;
  private Path names;

  @BeforeEach
  void begin() throws IOException {
    before = Locale.getDefault();
    names = Files.writeString(folder.resolve("i names.txt"), "anna\notto\nhanna\nlinnit\n");
  }

  @AfterEach
  void end() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva"})
  void whatIsWrittenDependsOnNoLanguage(String language) throws Exception {
    if (EXPECTED.isEmpty()) {
      Locale.setDefault(Locale.ROOT);
      EXPECTED.addAll(written());
    }
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThat(written()).isEqualTo(EXPECTED);
  }

  private List<String> written() throws Exception {
    List<String> all = new ArrayList<>(takenAway());
    Path table = folder.resolve("table.csv");
    Path session = folder.resolve("run.backstep");
    Path weights = Files.write(folder.resolve("weights.npz"), ArrayFile.npz(weights()));
    Path wrong = folder.resolve("wrong.npz");
    all.addAll(
        said(
            "train",
            "--data",
            names,
            "--hidden",
            3,
            "--updates",
            1200,
            "--save",
            session,
            "--csv",
            table));
    all.add(Files.readString(table));
    all.addAll(said("sample", "--session", session, "-n", 3, "--seed", 7));
    all.addAll(said("sample", "--session", session, "-n", 0));
    all.addAll(said("train", "--hidden", 2000));
    all.addAll(said("train", "--data", names, "--optimizer", "ADAGRAD", "--updates", 1));
    all.addAll(
        said(
            "compare",
            "--data",
            names,
            "--a",
            "mode=zero",
            "--b",
            "mode=carried",
            "--seeds",
            2,
            "--epochs",
            2,
            "--hidden",
            3,
            "--out",
            table));
    all.add(Files.readString(table));
    all.addAll(said("trace", "--params", weights, "--out", wrong, "--fault", "missing-transpose"));
    all.addAll(said("check", wrong));
    all.addAll(said("check", "--json", wrong));
    all.addAll(said("check", "--help"));
    all.addAll(said("nothing"));
    return all;
  }

  private static List<String> said(Object... arguments) {
    CommandCall call = CommandCall.of(arguments);
    List<String> all = new ArrayList<>(List.of(String.valueOf(call.code())));
    call.out().stream().map(LanguageTest::withoutTime).forEach(all::add);
    all.addAll(call.err());
    return all;
  }

  private static String withoutTime(String line) {
    return line.replaceFirst("in [0-9.]+ s \\([0-9]+ characters/s\\)", "in no time");
  }

  private static List<String> takenAway() throws Exception {
    Trace trace = trace();
    int last = TIMESTEPS - 1;
    return List.of(
        NumPyScript.of(trace, last, Notation.OURS),
        NumPyScript.of(trace, last, Notation.FIELD),
        NumPyUpdateScript.of(trace, Notation.OURS),
        LatexTable.of(trace, last, Phase.FORWARD, Notation.OURS),
        LatexTable.of(trace, last, Phase.BACKWARD, Notation.OURS),
        CsvTables.cell(trace, last, quantity -> true));
  }

  /** Ids, units and timesteps of two digits are among them, and what an optimiser makes of it. */
  private static Trace trace() throws Exception {
    byte[] names = "abcdefghijkln\nnmlkjihgfedcb\n".getBytes(StandardCharsets.UTF_8);
    Corpus corpus = CorpusReader.read("names", names, new TextMode.Lines());
    UnattendedRun run = new UnattendedRun(corpus, RunSettings.defaults().withHidden(11));
    run.update();
    return run.trainer().trace(run.trainer().next());
  }

  private static Map<String, NdArray> weights() {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    int[][] shapes = {{14, 11}, {11, 11}, {14, 11}};
    for (int i = 0; i < shapes.length; i++) {
      double[] values = new double[shapes[i][0] * shapes[i][1]];
      for (int k = 0; k < values.length; k++) {
        values[k] = 0.3 * StrictMath.sin(100 * i + (k + 1) * (k + 1));
      }
      arrays.put("W" + (i + 1), NdArray.of(values, shapes[i]));
    }
    int[] ids = IntStream.range(2, 2 + TIMESTEPS).toArray();
    arrays.put("x", NdArray.of(ids));
    arrays.put("y", NdArray.of(ids));
    return arrays;
  }
}
