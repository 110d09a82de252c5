package dev.backstep.check.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrintedCheckTest {
  private static final PrintedReference LSTM = PrintedReference.of(NotebookFunction.LSTM_BACKWARD);

  private static final Offset<Double> CLOSE = within(1e-12);

  /** What one cell does not show. */
  private static final Set<String> OVER_TIME =
      Set.of("lstm-nothing-handed-on", "lstm-no-later-dh", "lstm-accumulate-dh-later");

  private static PrintedVerdict judged(String text) throws PrintedException {
    List<PrintedVerdict> verdicts = PrintedCheck.of("printed.txt", text).verdicts();
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }

  private static List<List<String>> named(PrintedVerdict verdict) {
    return verdict.faults().explanations().stream()
        .map(faults -> faults.stream().map(Fault::id).toList())
        .toList();
  }

  static List<PrintedReference> functions() {
    return PrintedReference.all();
  }

  static Stream<Arguments> faults() {
    return PrintedReference.all().stream()
        .flatMap(
            reference ->
                reference.faults().map(fault -> Arguments.of(reference.function(), fault)));
  }

  @Test
  void allFaultsOfTheReferenceAreHere() {
    assertThat(faults()).hasSize(11 + 31 + 31);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theRightNumbersAreRight(PrintedReference reference) throws PrintedException {
    PrintedVerdict verdict = judged(reference.printed(reference.right()));

    assertThat(verdict.function()).isEqualTo(reference.function());
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.entries()).hasSize(reference.right().length);
    assertThat(verdict.faults().elsewhere())
        .as("of the weights of x no entry is printed but in the plain net")
        .allMatch(fault -> fault.id().contains("-W1") && reference.function().isLstm());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultIsToldFromAllOthers(NotebookFunction function, String fault)
      throws PrintedException {
    PrintedReference reference = PrintedReference.of(function);
    PrintedVerdict verdict = judged(reference.printed(reference.with(fault)));

    assertThat(verdict.function()).isEqualTo(function);
    if (function == NotebookFunction.LSTM_CELL_BACKWARD && OVER_TIME.contains(fault)) {
      assertThat(verdict.agrees()).isTrue();
      assertThat(verdict.faults().overTime()).extracting(Fault::id).contains(fault);
    } else {
      assertThat(verdict.agrees()).isFalse();
      assertThat(named(verdict)).containsExactly(List.of(fault));
    }
  }

  /** As the notebook itself prints them: twelve significant digits of a single number. */
  @ParameterizedTest
  @MethodSource("functions")
  void whatTheOldNotebookExpectsIsRightButForTheLstmOverTime(PrintedReference reference)
      throws PrintedException {
    PrintedVerdict verdict = judged(reference.printed(reference.published()));

    boolean isWrong = reference.function() == NotebookFunction.LSTM_BACKWARD;
    assertThat(verdict.agrees()).isEqualTo(!isWrong);
    assertThat(verdict.isOfNotebook()).isEqualTo(isWrong);
    assertThat(named(verdict))
        .isEqualTo(isWrong ? List.of(List.of("lstm-nothing-handed-on")) : List.of());
  }

  @Test
  void theBiasOfAnEarlierCellIsNoFaultOfTheProgram() throws PrintedException {
    PrintedVerdict old =
        judged(
            """
            gradients["dxt"][1][2] = -0.460564103059
            gradients["dxt"].shape = (3, 10)
            gradients["da_prev"][2][3] = 0.0842968653807
            gradients["da_prev"].shape = (5, 10)
            gradients["dWax"][3][1] = 0.393081873922
            gradients["dWax"].shape = (5, 3)
            gradients["dWaa"][1][2] = -0.28483955787
            gradients["dWaa"].shape = (5, 5)
            gradients["dba"][4] = [ 0.80517166]
            gradients["dba"].shape = (5, 1)
            """);
    assertThat(old.function()).isEqualTo(NotebookFunction.RNN_CELL_BACKWARD);
    assertThat(old.agrees()).isTrue();
    assertThat(old.hasEarlierBias()).isTrue();

    PrintedVerdict now =
        judged("gradients[\"dxt\"][1][2] = -1.3872130506\ngradients[\"dba\"][4] = [0.20023491]");
    assertThat(now.agrees()).isTrue();
    assertThat(now.hasEarlierBias()).isFalse();
  }

  /** A page prints these of a program with two faults; the shapes of others come before them. */
  @Test
  void aPairThatAPageHasPrintedIsNamed() throws PrintedException {
    PrintedCheck check =
        PrintedCheck.of(
            "page",
            """
            (3, 10)
            (5, 10)
            gradients["dx"][1][2] = [ 0.19467822  0.1168994  -0.54230341 -0.36925417]
            gradients["dx"].shape = (3, 10, 4)
            gradients["da0"][2][3] = -0.009257763384732567
            gradients["dWf"][3][1] = -0.06981985612744009
            gradients["dWi"][1][2] = 0.10237182024854771
            gradients["dWc"][3][1] = -0.62022441735199
            gradients["dWo"][1][2] = 0.04843891314443013
            gradients["dbf"][4] = [-0.0565788]
            gradients["dbi"][4] = [-0.15399065]
            gradients["dbc"][4] = [-0.05673381]
            gradients["dbo"][4] = [-0.29798344]
            """);
    PrintedVerdict verdict = check.verdicts().get(0);

    assertThat(verdict.entries()).hasSize(13);
    assertThat(verdict.faults().explanations()).hasSize(1);
    assertThat(named(verdict).get(0))
        .containsExactlyInAnyOrder("lstm-nothing-handed-on", "lstm-dg-times-g-tanh-twice");
    assertThat(verdict.hasFaultOfNotebook()).isTrue();
    assertThat(verdict.isOfNotebook()).isFalse();
    assertThat(check.leftOut()).containsExactly("(3, 10)", "(5, 10)");
    assertThat(check.agrees()).isFalse();
  }

  /** The loop has {@code dWaa = dWaat} in the place of {@code +=}: NumPy gives this number. */
  @Test
  void whatIsWrongInTheLoopIsWrongForAllSequencesAtOnce() throws PrintedException {
    PrintedReference rnn = PrintedReference.of(NotebookFunction.RNN_BACKWARD);
    double[] assigned = rnn.right();
    assigned[6] = 0.2038922671543185;
    assertThat(named(judged(rnn.printed(assigned)))).containsExactly(List.of("assign-not-add-W2"));

    double[] clipped = rnn.right();
    clipped[5] = 5;
    assertThat(named(judged(rnn.printed(clipped).replace("= 5.0\n", "= 5.00000000\n"))))
        .containsExactly(List.of("clipped-before-check"));
  }

  @Test
  void numbersThatNothingKnownGivesAreShownBesideTheRightOnes() throws PrintedException {
    double[] numbers = LSTM.right();
    numbers[5] += 0.5;
    numbers[9] *= -1;
    PrintedVerdict verdict = judged(LSTM.printed(numbers));

    assertThat(verdict.faults().isFound()).isFalse();
    assertThat(verdict.faults().isShort()).isFalse();
    assertThat(verdict.faults().tried()).isGreaterThanOrEqualTo(31);
    assertThat(verdict.faults().pairs()).isGreaterThan(400);
    assertThat(verdict.entries())
        .filteredOn(entry -> !entry.agrees())
        .extracting(PrintedEntry::label)
        .containsExactly("dWf[3][1]", "dbf[4]");
    assertThat(verdict.entries().get(9).right()).isEqualTo(LSTM.right()[9], CLOSE);
  }

  @ParameterizedTest
  @EnumSource
  void anyEntryOfAnyGradientIsJudgedAndAWholeArrayToo(NotebookFunction function)
      throws PrintedException {
    var gradients = NotebookGradients.of(function.inputs().get(0), BackwardRules.RIGHT);
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (var each : gradients.entrySet()) {
      text.append(each.getKey()).append(" =\n").append(Nested.text(each.getValue())).append('\n');
      count += (int) each.getValue().count();
    }
    PrintedVerdict verdict = judged(text.toString());

    assertThat(verdict.function()).isEqualTo(function);
    assertThat(verdict.entries()).hasSize(count);
    assertThat(verdict.agrees()).isTrue();
  }

  @Test
  void howCloseANumberMustBeFollowsFromItsDigits() throws PrintedException {
    assertThat(judged("dWf[3][1] = -0.08098023").agrees()).isTrue();
    assertThat(judged("dWf[3][1] = -0.08098024").agrees()).isFalse();
    assertThat(judged("dWf[3][1] = -0.081").agrees()).isTrue();
    assertThat(judged("dWf[3][1] = -8.1e-02").agrees()).isTrue();
    assertThat(judged("dWf[3][1] = -8.0e-02").agrees()).isFalse();
    assertThat(judged("dWf[3][1] = -0.08098…").agrees()).isTrue();
    assertThat(judged("dWf[3][1] = -0.0809...").agrees()).isTrue();
    assertThat(judged("dWf[3][1] = -0.0808...").agrees()).isFalse();
    assertThat(judged("dWf[3][1] = nan").agrees()).isFalse();
    assertThat(judged("dWf[3][1] = -inf").agrees()).isFalse();
  }

  @Test
  void ofTooFewDigitsNothingIsNamed() throws PrintedException {
    PrintedVerdict short3 = judged("dWf[3][1] = -0.07");
    assertThat(short3.agrees()).isFalse();
    assertThat(short3.faults().isShort()).isTrue();
    assertThat(named(short3)).isEmpty();
    assertThat(named(judged("dWf[3][1] = -0.0698198561")))
        .contains(List.of("lstm-nothing-handed-on"));
  }

  @Test
  void whatMayBeOfTwoFunctionsIsSaidToBe() throws PrintedException {
    PrintedVerdict either = judged("dWf[3][1] = 0.5");
    assertThat(either.function()).isEqualTo(NotebookFunction.LSTM_CELL_BACKWARD);
    assertThat(either.others()).containsExactly(NotebookFunction.LSTM_BACKWARD);
    assertThat(judged("dWf[3][1] = 0.5\nda0[2][3] = 0.5").others()).isEmpty();
    PrintedVerdict rounded = judged("dWf[3][1] = -0.1");
    assertThat(rounded.agrees()).isTrue();
    assertThat(rounded.others()).containsExactly(NotebookFunction.LSTM_BACKWARD);
    assertThat(judged("dWf[3][1] = -0.081").others()).isEmpty();
  }

  @Test
  void whatOtherEntriesWouldShowIsSaid() throws PrintedException {
    PrintedVerdict verdict = judged("dWf[3][1] = -0.08098023109");

    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.faults().elsewhere())
        .extracting(Fault::id)
        .contains("lstm-bias-of-another-gate")
        .doesNotContain("lstm-nothing-handed-on");
  }

  @Test
  void severalFunctionsAndTheExpectedOutputBelowThemAreJudgedOneByOne() throws PrintedException {
    PrintedReference rnn = PrintedReference.of(NotebookFunction.RNN_BACKWARD);
    PrintedReference cell = PrintedReference.of(NotebookFunction.LSTM_CELL_BACKWARD);
    String text =
        rnn.printed(rnn.right())
            + "\n**Expected Output**\n\n"
            + rnn.printed(rnn.published())
            + "\n## LSTM\n"
            + cell.printed(cell.with("lstm-no-later-dc"))
            + LSTM.printed(LSTM.right())
            + "**Expected Output**:\n"
            + LSTM.printed(LSTM.published());
    PrintedCheck check = PrintedCheck.of("all", text);

    assertThat(check.verdicts())
        .extracting(each -> each.function().title() + " " + each.isExpected() + each.agrees())
        .containsExactly(
            "rnn_backward falsetrue",
            "rnn_backward truetrue",
            "lstm_cell_backward falsefalse",
            "lstm_backward falsetrue",
            "lstm_backward truefalse");
    assertThat(check.agrees()).isFalse();
    assertThat(
            PrintedCheck.of(
                    "last",
                    LSTM.printed(LSTM.right())
                        + "Expected Output\n"
                        + LSTM.printed(LSTM.published()))
                .agrees())
        .isTrue();
  }

  @Test
  void whatIsPrintedTwiceIsJudgedTwice() throws PrintedException {
    PrintedCheck check =
        PrintedCheck.of("all", LSTM.printed(LSTM.published()) + LSTM.printed(LSTM.right()));
    assertThat(check.verdicts()).extracting(PrintedVerdict::agrees).containsExactly(false, true);
    assertThat(check.verdicts()).noneMatch(PrintedVerdict::isExpected);
  }

  @Test
  void whereNothingElseIsThereTheExpectedOutputDecides() throws PrintedException {
    String title = "Expected Output\n";
    assertThat(PrintedCheck.of("all", title + LSTM.printed(LSTM.published())).agrees()).isFalse();
    assertThat(PrintedCheck.of("all", title + LSTM.printed(LSTM.right())).agrees()).isTrue();
  }

  /** Both write dh_later: with the other order it would be nothing-handed-on alone. */
  @Test
  void ofTwoFaultsEitherMayHaveTheLastWord() throws PrintedException {
    Fault last = FaultCatalogue.named("lstm-accumulate-dh-later").orElseThrow();
    Fault first = FaultCatalogue.named("lstm-nothing-handed-on").orElseThrow();
    Map<String, NdArray> both =
        NotebookGradients.of(LSTM.function().inputs().get(0), last.with(first));
    StringBuilder text = new StringBuilder();
    both.forEach((name, array) -> text.append(name).append(" = ").append(Nested.text(array)));

    assertThat(named(judged(text.toString().replace("]d", "]\nd"))))
        .contains(List.of("lstm-accumulate-dh-later", "lstm-nothing-handed-on"));
  }

  @Test
  void aWrongShapeIsADifference() throws PrintedException {
    PrintedVerdict verdict =
        judged(
            """
            gradients["dx"].shape = (3, 10, 7)
            gradients["da0"].shape = (5, 10)
            gradients["dbf"][4] = [-0.15745657]
            dWf[3] = [1.5 2.5]
            dWo[5][0] = 1.5
            """);
    assertThat(verdict.shapes())
        .containsExactly(
            new PrintedShape("dx", "(3, 10, 7)", "(3, 10, 4)"),
            new PrintedShape("dWf[3]", "(2,)", "(8,)"));
    assertThat(verdict.outside()).containsExactly("dWo[5][0]");
    assertThat(verdict.hasRightNumbers()).isTrue();
    assertThat(verdict.agrees()).isFalse();
  }

  @Test
  void aTextThatPrintsNothingThatIsKnownIsRefusedInASentence() {
    assertThatThrownBy(
            () -> PrintedCheck.of("mine.txt", "a_next[4] = [0.5 0.25]\nyt.shape = (2, 10)"))
        .isInstanceOf(PrintedException.class)
        .hasMessageStartingWith(
            "mine.txt: a_next, yt are no gradient that can be judged; it must print entries of what"
                + " the notebook's rnn_cell_backward (dxt da_prev dWax dWaa dba), rnn_backward (dx"
                + " da0")
        .hasMessageEndingWith("return.");
    assertThatThrownBy(() -> PrintedCheck.of("mine.txt", ""))
        .hasMessageStartingWith("mine.txt: no line prints a number by a name; it must print");
    assertThatThrownBy(() -> PrintedCheck.of("mine.txt", "dWf[7][7] = 1"))
        .hasMessageStartingWith("mine.txt: dWf[7][7] is no gradient that can be judged");
    assertThatThrownBy(() -> PrintedCheck.of("mine.txt", "x".repeat(PrintedCheck.LARGEST + 1)))
        .hasMessage(
            "mine.txt: it has more than 1048576 characters, which is the most that is read.");
  }

  /** Arrays as NumPy writes them, with more lines and blanks than needed. */
  private static final class Nested {
    private Nested() {}

    static String text(NdArray array) {
      return text(array, 0, new int[1]);
    }

    private static String text(NdArray array, int depth, int[] next) {
      if (depth == array.dimensions()) {
        return String.format(Locale.ROOT, "%12.8f", array.values()[next[0]++]);
      }
      StringBuilder text = new StringBuilder("[");
      for (int i = 0; i < array.shape()[depth]; i++) {
        text.append(i > 0 && depth < array.dimensions() - 1 ? "\n  " : " ");
        text.append(text(array, depth + 1, next));
      }
      return text.append("]").toString();
    }
  }
}
