package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.check.reading.KnownDialect;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.words.PythonLines;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdict of {@code backstep check} on files of {@code backstep trace}. */
class CheckCommandTest {
  /** Neither command draws. */
  private record NoDesktop() implements Desktop {
    @Override
    public int open(Optional<Path> text) {
      throw new AssertionError("opened");
    }

    @Override
    public int render(Path folder, Optional<Net> stepOf) {
      throw new AssertionError("rendered");
    }
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Path weights;

  @BeforeEach
  void saveWeights() throws IOException {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("W1", sines(1, 5, 3));
    arrays.put("W2", sines(2, 3, 3));
    arrays.put("W3", sines(3, 5, 3));
    arrays.put("h0", sines(4, 3));
    arrays.put("x", NdArray.of(new int[] {0, 3, 1, 4}));
    arrays.put("y", NdArray.of(new int[] {3, 1, 4, 2}));
    double[] characters = {0, 'a', 'b', 'c', 'd'};
    arrays.put("chars", new NdArray(NdArray.Kind.CHARACTER, new int[] {5}, characters));
    weights = Files.write(folder.resolve("weights.npz"), ArrayFile.npz(arrays));
  }

  private static NdArray sines(int phase, int... shape) {
    double[] values = new double[(int) NdArray.count(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5 * StrictMath.sin(100 * phase + (i + 1) * (i + 1));
    }
    return NdArray.of(values, shape);
  }

  private int run(String... arguments) {
    return BackstepCommand.run(
        new NoDesktop(), new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private String trace(String name, String... more) {
    String file = folder.resolve(name).toString();
    String[] arguments = new String[more.length + 5];
    String[] begin = {"trace", "--params", weights.toString(), "--out", file};
    System.arraycopy(begin, 0, arguments, 0, begin.length);
    System.arraycopy(more, 0, arguments, begin.length, more.length);
    assertThat(run(arguments)).as(err.toString()).isZero();
    return file;
  }

  @Test
  void whatAgreesEndsWithZero() {
    assertThat(run("check", trace("right.npz"))).isZero();
    assertThat(out.toString())
        .startsWith("right.npz: names of Backstep, V = 5, H = 3, T = 4; float64")
        .contains("Everything that was supplied is right.");
  }

  @Test
  void whatDiffersEndsWithOneAndNamesTheLine() {
    assertThat(run("check", trace("wrong.npz", "--fault", "missing-transpose"))).isEqualTo(1);
    assertThat(out.toString())
        .contains("xxxx  differs at 4 of 4 timesteps")
        .contains("First wrong: dh_prev[")
        .contains("] at t = 3")
        .contains("This is missing-transpose")
        .contains("  your line  dh_prev = dtanh @ W2\n")
        .contains("  should be  dh_prev = dtanh @ W2.T\n");
  }

  @Test
  void aNameThatNoFileCanHaveSpoilsNoOther() {
    String right = trace("right.npz");
    assertThat(run("check", right, "bad\0name", "", right)).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "FILE is “bad\0name”; it must be the name of a file that this system can have.",
            "See: backstep check --help",
            "FILE is “”; it must be the name of a file that this system can have.",
            "See: backstep check --help");
    assertThat(out.toString().split("Everything that was supplied is right", -1)).hasSize(3);
    assertThat(run("check", "--json", "bad\0name", right)).isEqualTo(2);
    assertThat(out.toString()).contains("{\"file\":\"bad\\u0000name\",\"verdict\":\"refused\"");
  }

  @Test
  void whatRoundingMayComeToEndsWithZeroAndIsSaidNotToBeJudged() throws IOException {
    RandomNet net = RandomNet.gaussian(2, 1, new Shape(65, 100), 25);
    Map<String, NdArray> wild = new LinkedHashMap<>();
    for (String name : List.of("W1", "W2", "W3")) {
      int rows = name.equals("W2") ? 100 : 65;
      wild.put(name, NdArray.of(net.parameters().get(name).data, rows, 100));
    }
    wild.put("x", NdArray.of(net.inputs()));
    wild.put("y", NdArray.of(net.targets()));
    Files.write(weights, ArrayFile.npz(wild));
    Map<String, NdArray> arrays = new LinkedHashMap<>(ArrayFile.read(Path.of(trace("wild.npz"))));
    double[] moved = arrays.get("W2").values().clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = Math.nextUp(moved[i]);
    }
    arrays.put("W2", NdArray.of(moved, arrays.get("W2").shape()));
    String file = Files.write(folder.resolve("moved.npz"), ArrayFile.npz(arrays)).toString();
    assertThat(run("check", file)).isZero();
    assertThat(out.toString())
        .contains("cannot be judged: the net amplifies the last digit of float64 to ")
        .contains("dW2 cannot be judged")
        .containsPattern("dh_prev +[·?]*[?][·?]*  cannot be judged at [0-9]+ of 25 timesteps")
        .contains("Everything that can be judged is right.");
    out.getBuffer().setLength(0);
    assertThat(run("check", "--json", file)).isZero();
    JsonNode open = new ObjectMapper().readTree(out.toString());
    assertThat(open.get("verdict").asText()).isEqualTo("agrees");
    assertThat(open.get("cannotBeJudged").asInt()).isPositive();
    assertThat(open.at("/totals/1/outcome").asText()).isEqualTo("cannot-be-judged");
  }

  @Test
  void ofSeveralFilesTheWorstDecidesAndAllAreTold() {
    String right = trace("right.npz");
    String wrong = trace("wrong.npz", "--fault", "h-for-hprev");
    assertThat(run("check", wrong, right)).isEqualTo(1);
    assertThat(run("check", folder.resolve("none.npz").toString(), right)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("none.npz: there is no such file.\n");
    assertThat(out.toString()).containsOnlyOnce("wrong.npz").contains("right.npz");
  }

  @Test
  void machinesGetOneObjectALine() throws IOException {
    String right = trace("right.npz");
    String wrong = trace("wrong.npz", "--fault", "tanh-twice");
    String none = folder.resolve("none.npz").toString();
    assertThat(run("check", "--json", right, wrong, none)).isEqualTo(2);
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSize(3);
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(lines[0]).get("verdict").asText()).isEqualTo("agrees");
    JsonNode differs = mapper.readTree(lines[1]);
    assertThat(differs.get("verdict").asText()).isEqualTo("differs");
    assertThat(differs.at("/diagnosis/explanations/0/faults/0").asText()).isEqualTo("tanh-twice");
    assertThat(differs.at("/firstWrong/what").asText()).isEqualTo("dtanh");
    assertThat(differs.at("/firstWrong/t").asInt()).isEqualTo(3);
    assertThat(mapper.readTree(lines[2]).get("reason").asText())
        .isEqualTo("none.npz: there is no such file.");
    assertThat(out.toString()).matches("[\\x00-\\x7f]*");
  }

  @Test
  void aWordIsSpeltWithTheCharactersOfTheFile() throws IOException {
    Map<String, NdArray> arrays = ArrayFile.read(Path.of(trace("word.npz", "--text", "abad")));
    assertThat(arrays.get("x").values()).containsExactly(1, 2, 1, 4);
    assertThat(arrays.get("y").values()).as("and the end mark").containsExactly(2, 1, 4, 0);
    assertThat(arrays).containsKey("chars");
    assertThat(run("check", folder.resolve("word.npz").toString())).isZero();
  }

  @Test
  void aWordThatCannotBeSpeltIsRefused() {
    String file = folder.resolve("out.npz").toString();
    assertThat(run("trace", "--params", weights.toString(), "--out", file, "--text", "abz"))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "weights.npz: the character “z” at position 3 of the word is not one of its 5"
                + " characters.\n");
    assertThat(folder.resolve("out.npz")).doesNotExist();
  }

  @Test
  void aWordThatIsTooShortIsRefusedWithHowLongItMustBe() {
    String file = folder.resolve("out.npz").toString();
    assertThat(run("trace", "--params", weights.toString(), "--out", file, "--text", ""))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("weights.npz: the word “” is too short; it must have at least 1 character.\n");
  }

  @ParameterizedTest
  @EnumSource(KnownDialect.class)
  void theLinesOfPythonAreTheSameInTheHelpOnTheScreenAndInTheReadme(KnownDialect dialect)
      throws IOException {
    String lines = new PythonLines(Texts.load()).of(dialect);
    assertThat(lines.lines()).allMatch(line -> line.length() <= 80);
    assertThat(Files.readString(Path.of("README.md"))).contains(lines + "\n```");
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString())
        .contains(new PythonLines(Texts.load()).title(dialect) + "\n" + lines);
  }

  @Test
  void theLinesOfCourseraAreTheSameInTheHelpAndInTheReadme() throws IOException {
    PythonLines.Program coursera = new PythonLines(Texts.load()).ofCoursera();
    assertThat(coursera.lines().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Files.readString(Path.of("README.md"))).contains(coursera.lines() + "\n```");
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString()).contains(coursera.title() + "\n" + coursera.lines());
  }

  @Test
  void whereNoFolderIsNothingIsWrittenAndTheFileThatWasAskedForIsNamed() {
    String file = folder.resolve("nowhere").resolve("out.npz").toString();
    assertThat(run("trace", "--params", weights.toString(), "--out", file)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--out is " + file + ", which cannot be written: there is no such folder.\n");
  }

  @Test
  void aFolderIsNotReplacedByAnArrayFile() {
    assertThat(run("trace", "--params", weights.toString(), "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "--out is " + folder + ", which cannot be written: it is a folder and not a file.\n");
    assertThat(folder).isDirectory();
  }

  @Test
  void ofOneTimestepItIsNotSaidAtHowManyItDiffers() {
    run("check", trace("one.npz", "--text", "a", "--fault", "missing-transpose"));
    assertThat(out.toString()).contains("x  differs, by up to ");
  }
}
