package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** My code of several sequences, of real numbers, of an embedding and of no output layer. */
class MyCodeOfBatchesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  private final Texts texts = Texts.load();
  private final MyCodeViewModel code = new MyCodeViewModel(texts, notice -> {});

  private void await() {
    Sessions.repeatUntil(code::poll, () -> code.readingProperty().get().isEmpty());
  }

  private void open(String file) {
    code.open(CASES.resolve(file));
    await();
    assertThat(code.refusal()).isNull();
  }

  private CodeCheck check() {
    return code.checkProperty().get();
  }

  private CodeWords words() {
    return new CodeWords(texts, check());
  }

  private CodeArrays arrays() {
    return new CodeArrays(texts, check().submission(), check().reading());
  }

  private RowJudgement row(String name) {
    return check().rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dialects/coursera_lstm.npz",
        "dialects/cs231n_rnn__missing-transpose.npz",
        "dialects/d2l_gru_cho.npz",
        "dialects/torch_lstm_padded.npz",
        "dialects/ours_lstm_padded__batch-no-mask.npz",
        "dialects/ours_embedding__no-tanh-derivative.npz",
        "dialects/torch_lstm_series_last.npz",
        "A16_binary_addition.npz",
        "E05_zero_first_input_right.npz"
      })
  void everySquareAndTotalOfItIsSaidInWords(String file) {
    open(file);
    int columns = check().columns().length();
    assertThat(check().columns().letters()).hasSize(columns);
    for (RowJudgement row : check().rows()) {
      for (int column = 0; column < columns; column++) {
        code.placeProperty().set(new CodePlace.OfCell(row, column));
        assertThat(words().square(row, column))
            .startsWith(row.name() + " at " + check().submission().place(column));
        code.entry().ifPresent(entry -> assertThat(words().entry(entry)).contains(entry.what()));
      }
      if (row.quantity() != null) {
        assertThat(check().columns().right(row.quantity()).rows()).isEqualTo(columns);
      }
    }
    for (TotalJudgement total : check().verdict().totals()) {
      code.placeProperty().set(new CodePlace.OfTotal(total));
      assertThat(code.entry().isPresent()).isEqualTo(total.judgement().isSupplied());
    }
    assertThat(words().howSure()).isNotEmpty();
    arrays().names().forEach(each -> assertThat(arrays().words(each)).isNotEmpty());
    arrays().names().forEach(each -> assertThat(arrays().options(each)).isNotEmpty());
  }

  @Test
  void theColumnsAreTheTimestepsOfOneSequenceAfterAnother() {
    open("dialects/torch_lstm_padded.npz");
    CodeColumns columns = check().columns();
    assertThat(columns.length()).isEqualTo(5 + 9 + 3);
    assertThat(IntStream.range(0, 17).filter(columns::beginsAnother)).containsExactly(5, 14);
    assertThat(arrays().words("lstm.weight_hh_l0.grad"))
        .isEqualTo("gradient of W2_i, W2_f, W2_g, W2_o");
    assertThat(arrays().words("lstm.bias_hh_l0")).contains("bias of the hidden state");
    assertThat(columns.timestep(6)).isEqualTo(1);
    assertThat(columns.column(1, 1)).isEqualTo(6);
    assertThat(columns.letters().subList(5, 9)).containsExactly("10", "5", "9", "6");
    assertThat(words().square(row("out"), 6)).isEqualTo("out at t = 1 of sequence 1 “5”: agrees");
    assertThat(words().file()).contains("3 sequences, T up to 9 ·");
  }

  @Test
  void realNumbersHaveNoLetters() {
    open("dialects/torch_lstm_series_last.npz");
    assertThat(check().columns().letters()).containsOnly("");
    assertThat(words().square(row("out"), 13)).isEqualTo("out at t = 1 of sequence 1: agrees");
    assertThat(words().file()).contains("D 1 · H 5");
  }

  @Test
  void onlyCharactersThatArePredictedAreSteppedThrough() {
    open("dialects/ours_embedding__no-tanh-derivative.npz");
    assertThat(check().columns().canBeSteppedThrough()).isFalse();
    assertThat(code.trace()).isNull();
    open("E05_zero_first_input_right.npz");
    assertThat(check().columns().canBeSteppedThrough()).isFalse();
    open("dialects/d2l_gru_cho.npz");
    assertThat(check().columns().canBeSteppedThrough()).isTrue();
  }

  @Test
  void theSequenceThatIsLookedAtIsSteppedThrough() {
    open("dialects/d2l_gru_cho.npz");
    code.placeProperty().set(new CodePlace.OfCell(row("h"), 9));
    assertThat(code.trace()).isSameAs(check().traces().right(1));
    assertThat(code.trace().example().inputs())
        .isEqualTo(check().submission().batch().sequences().get(1).inputs());
  }

  @Test
  void whatAnArrayIsCanBeSaidAndTakenBack() {
    open("A16_binary_addition.npz");
    assertThat(arrays().words("synapse_h")).isEqualTo("W2, hidden to hidden");
    assertThat(arrays().words("layer_2_deltas")).isEqualTo("not used");
    assertThat(arrays().words("b")).isEqualTo("x, what is read");
    assertThat(arrays().options("synapse_h")).contains("W2", "dW2");
    String asRead = words().headline();

    code.leaveOut("synapse_0_update");
    await();
    assertThat(arrays().words("synapse_0_update")).isEqualTo("left out, as you say");
    assertThat(names(check().verdict().totals())).doesNotContain("synapse_0_update");

    code.say("synapse_0_update", "dW1");
    await();
    assertThat(arrays().words("synapse_0_update")).isEqualTo("gradient of W1");
    assertThat(check().reading().mapped()).containsOnlyKeys("dW1");

    code.forgetAll();
    await();
    assertThat(check().reading().mapped()).isEmpty();
    assertThat(words().headline()).isEqualTo(asRead);
  }

  private static List<String> names(List<TotalJudgement> totals) {
    return totals.stream()
        .filter(total -> total.judgement().isSupplied())
        .map(TotalJudgement::name)
        .toList();
  }

  @Test
  void whatCannotBeIsRefusedAndWhatWasOpenStays() {
    open("dialects/minchar.npz");
    CodeCheck before = check();
    code.say("Why", "W2");
    await();
    assertThat(code.refusal()).isNotNull();
    assertThat(check()).isSameAs(before);
  }

  @ParameterizedTest
  @EnumSource(CodeSample.class)
  void aSampleIsWhatItIsCalled(CodeSample sample) {
    code.open(sample);
    await();
    assertThat(code.refusal()).isNull();
    boolean isRight = texts.of("mycode.sample." + sample.id()).endsWith("right");
    assertThat(check().verdict().agrees()).isEqualTo(isRight);
    assertThat(check().diagnosis().isFound()).isEqualTo(!isRight);
    assertThat(arrays().isReadByKnownNames()).isTrue();
  }
}
