package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.text.Dataset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of what is typed and cannot be: sentences of one kind, whatever the command. */
class RefusalTest {
  private static String refusal(String arguments) {
    CommandCall call = CommandCall.of((Object[]) arguments.split(" "));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .hasSize(2)
        .endsWith("See: backstep " + arguments.split(" ")[0] + " --help");
    return call.err().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --epochz 3 | There is no option “--epochz”. Did you mean: --epochs?",
        "train --epochz=3 | There is no option “--epochz”. Did you mean: --epochs?",
        "train --nonsense | There is no option “--nonsense”.",
        "train -x | There is no option “-x”.",
        "train extra | “extra” is one argument too many.",
        "train --epochs | --epochs has no value; it must be written --epochs N.",
        "train --seed 1 --seed 2 | --seed is given more than once; it can be given once.",
        "train --epochs 1 --epochs 2 | Only one of --epochs and --updates can be given, and only"
            + " once.",
        "train --epochs 1 --updates 2 | Only one of --epochs and --updates can be given, and only"
            + " once.",
        "train --data nowhere.txt | nowhere.txt: there is no such file.",
        "check | FILE is missing.",
        "render | --out DIR is missing.",
        "trace | --params FILE and --out OUT.npz are missing."
      })
  void aSentenceNamesWhatWasTyped(String arguments, String sentence) {
    assertThat(refusal(arguments)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --epochs",
        "train --updates",
        "train --window",
        "train --seed",
        "train --hidden",
        "compare --seeds",
        "compare --epochs",
        "compare --window",
        "compare --seed",
        "sample --session x -n",
        "sample --session x --max-length",
        "sample --session x --seed"
      })
  void aWholeNumberThatIsTooLargeForTheComputerIsRefusedWithItsRange(String option) {
    String name = option.substring(option.lastIndexOf(' ') + 1);
    assertThat(refusal(option + " 99999999999999999999"))
        .matches(name + " is “9{20}”; it must be a whole number from -?\\d+ (to|on that) .*\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "sample --session", "train --save", "train --csv"})
  void whatCannotBeTheNameOfAFileIsRefused(String option) {
    assertThat(refusal(option + " a\0b"))
        .endsWith(" is “a\0b”; it must be the name of a file that this system can have.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train --fault ", "compare --a fault=", "trace --params x --out y --fault "})
  void aFaultThatThereIsNotIsRefusedWithTheNearest(String begin) {
    String name = begin.contains("--a") ? "--a fault" : "--fault";
    String sentence =
        " is “%s”; it must be none or one of the "
            + (FaultCatalogue.all().count() - 1)
            + " faults that --help lists.";
    assertThat(refusal(begin + "bogus")).isEqualTo(name + sentence.formatted("bogus"));
    assertThat(refusal(begin + "Missing-Transpos"))
        .isEqualTo(
            name + sentence.formatted("Missing-Transpos") + " Did you mean: missing-transpose?");
    assertThat(refusal(begin + "transpose"))
        .contains(" Did you mean: missing-transpose, outer-product-transposed, lstm-missing");
  }

  @Test
  void aFaultOfAnotherCellIsRefused() {
    assertThat(refusal("train --cell lstm --fault missing-transpose"))
        .isEqualTo("The net is lstm; the fault missing-transpose is one of another cell.");
    assertThat(refusal("compare --a cell=gru --b fault=lstm-no-later-dh"))
        .isEqualTo("The net is vanilla; the fault lstm-no-later-dh is one of another cell.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare", "trace"})
  void theHelpListsEveryFault(String command) {
    String help = String.join(" ", CommandCall.of(command, "--help").out()).replaceAll(" +", " ");
    assertThat(FaultCatalogue.all().filter(fault -> !fault.isNone()))
        .hasSize(37 + 2 + 2 + 32 + 19 + 15)
        .allSatisfy(fault -> assertThat(help).containsPattern("[ ]" + fault.id() + "[,.]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare"})
  void theHelpListsEveryDatasetAndEveryCell(String command) {
    String help = String.join(" ", CommandCall.of(command, "--help").out()).replaceAll(" +", " ");
    String datasets =
        Stream.of(Dataset.values()).map(Dataset::id).collect(Collectors.joining(", "));
    String cells = Nets.ALL.stream().map(Net::id).collect(Collectors.joining(", "));
    assertThat(help)
        .contains("come along: " + datasets + "; dinosaurs if it is not given.")
        .contains("One of " + cells + "; vanilla");
  }

  @Test
  void theDistanceIsTheNumberOfLettersThatDiffer() {
    assertThat(Nearest.distance("", "train")).isEqualTo(5);
    assertThat(Nearest.distance("train", "Train")).isZero();
    assertThat(Nearest.distance("trian", "train")).isEqualTo(2);
    assertThat(Nearest.distance("rain", "train")).isEqualTo(1);
    assertThat(Nearest.distance("check", "chalk")).isEqualTo(2);
  }

  @Test
  void oneOfSomethingIsNotSeveral() {
    List<String> said =
        CommandCall.of("train", "--hidden", 2, "--updates", 1, "--held-out", 0).out();
    assertThat(said).singleElement().asString().startsWith("trained 1 update, ");
    assertThat(refusal("train --mode fixed:1"))
        .startsWith("The fixed array has 1 column and the longest sequence ");
  }
}
