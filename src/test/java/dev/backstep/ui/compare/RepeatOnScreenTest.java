package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.experiment.Progress;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatOnScreenTest extends TakeAwayWindowTest {
  private CompareViewModel compare;
  private RepeatViewModel repeat;

  @BeforeEach
  void compareOnATinyText() throws IOException, TimeoutException {
    compare = main.compare();
    repeat = compare.repeat();
    Object before = main.session().dataProperty().get();
    onScreen(
        () -> {
          try {
            main.open(
                Files.writeString(folder.resolve("words.txt"), "abc\nbcda\ncdeab\nace\nbed\n"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    await(() -> main.session().dataProperty().get() != before);
    onScreen(() -> main.screenProperty().set(CompareScreen.ID));
    await(() -> compare.comparisonProperty().get() != null);
    clickOn("#repeatShown");
  }

  private void ask(String pairs, String epochs) {
    doubleClickOn("#repeatPairs").write(pairs);
    doubleClickOn("#repeatEpochs").write(epochs);
    clickOn("#repeatStart");
  }

  private Progress progress() {
    return repeat.progressProperty().get();
  }

  @Test
  void twoPairsGiveASentenceATableAndForWhatTheyHold() throws Exception {
    ask("2", "3");
    await(() -> progress() != null && !progress().isRunning());

    assertThat(textOf("#repeatShown")).isEqualTo("Repeat over 2 seeds…");
    assertThat(textOf("#repeatSentence")).startsWith("B’s training loss ").contains(" ± ");
    assertThat(textOf("#repeatHolds"))
        .startsWith("A: h0 zero   against   B: h0 carried")
        .contains("2 paired seeds, 3 epochs of words.txt");
    assertThat(textOf("#repeatProgress")).isEqualTo("2 of 2 pairs");
    GridPane table = lookup("#repeatTable").query();
    assertThat(table.getRowCount()).isGreaterThan(3);
    assertThat(table.getChildren())
        .extracting(cell -> ((Label) cell).getText())
        .contains("A", "B", "B − A", "95 % interval", "Training loss, last epoch");

    clickOn("#repeatSave");
    await(() -> Files.exists(folder.resolve("comparison.csv")));
    assertThat(Files.readString(folder.resolve("comparison.csv"))).contains("carried");
  }

  @Test
  void theResultOfAnotherPairSaysThatItIsOne() throws TimeoutException {
    ask("2", "1");
    await(() -> progress() != null && !progress().isRunning());
    onScreen(() -> compare.choose(Preset.SEEDS));
    await(() -> compare.comparisonProperty().get().b().seed() == 2);

    assertThat(textOf("#repeatHolds"))
        .startsWith("Of another pair than the one below: A: h0 zero   against   B: h0 carried");
  }

  @Test
  void theWindowStaysUsableWhileItRunsAndCancelEndsIt() throws TimeoutException {
    ask("100", "1000");
    await(() -> progress() != null && progress().share() > 0);
    assertThat(isSeen("#repeatStart")).isFalse();
    clickOn(".compare #update");
    await(() -> compare.a().progressProperty().get().updates() == 1);
    assertThat(progress().isRunning()).isTrue();
    assertThat(textOf("#repeatSentence")).startsWith("So far: ");

    clickOn("#repeatCancel");
    await(() -> !progress().isRunning());
    assertThat(textOf("#repeatProgress")).startsWith("cancelled after ");
    assertThat(isSeen("#repeatStart")).isTrue();
  }

  @Test
  void aNumberOutOfRangeIsRefusedBesideTheFields() {
    ask("1", "1");
    assertThat(textOf("#repeatPairsRefusal"))
        .isEqualTo("the number of pairs is 1; it must be 2 to 100");
    assertThat(progress()).isNull();
  }

  @Test
  void closingTheWindowEndsItsThreads() throws TimeoutException {
    ask("100", "1000");
    await(() -> progress() != null && progress().share() > 0);
    onScreen(window::close);
    await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("experiment-")));
  }
}
