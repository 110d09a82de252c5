package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** My code shows the rows, the names and the faulty line of the net that the file is of. */
class MyCodeOfAnyNetTest {
  @TempDir private Path folder;

  private final MyCodeViewModel code = new MyCodeViewModel(Texts.load(), notice -> {});

  static List<Net> nets() {
    return Nets.ALL;
  }

  private void open(Net net, Fault fault) throws IOException {
    RandomNet random = RandomNet.gaussian(5, 0.4, new Shape(net, 12, 5), 6);
    code.open(Programs.saved(folder, "mine.npz", Programs.ours(random, fault.rules())));
    Sessions.repeatUntil(code::poll, () -> code.readingProperty().get().isEmpty());
  }

  private static Fault missingTranspose(Net net) {
    return FaultCatalogue.of(net).listed().stream()
        .filter(fault -> fault.id().endsWith(Fault.MISSING_TRANSPOSE.id()))
        .findFirst()
        .orElseThrow();
  }

  private CodeCheck check() {
    return code.checkProperty().get();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theFaultyLineIsThatOfTheNet(Net net) throws IOException {
    Fault fault = missingTranspose(net);
    open(net, fault);
    CodeWords words = new CodeWords(Texts.load(), check());
    assertThat(check().submission().shape().net().weights()).isEqualTo(net.weights());
    assertThat(words.headline()).matches("First wrong: (dh_prev|drh) at t = 5");
    assertThat(check().diagnosis().explanations().get(0).faults()).containsExactly(fault);
    assertThat(words.diagnosis().faultyLine(fault))
        .contains("dh_prev = ")
        .contains("@ " + net.recurrentWeights().get(0))
        .isNotEqualTo(words.diagnosis().rightLine(fault));
    assertThat(check().traces().yours()).isNotNull();
    assertThat(check().traces().yours().net().states()).isEqualTo(net.states());
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theRowsAreThoseOfTheNetWithoutPartsThatWereNotSaved(Net net) throws IOException {
    open(net, Fault.NONE);
    assertThat(check().verdict().agrees()).isTrue();
    List<String> rows = check().rows().stream().map(RowJudgement::name).toList();
    assertThat(rows).containsSubsequence("H", "O", "e", "dh", "dh_prev");
    assertThat(rows).containsAll(net.flow().stream().map(each -> each.name()).toList());
    CodeWords words = new CodeWords(Texts.load(), check());
    String said = String.join(" ", words.howSure());
    assertThat(said).contains(net.recurrentWeights().get(0).name());
  }
}
