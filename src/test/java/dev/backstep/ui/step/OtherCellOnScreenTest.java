package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Relu;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** A run of a net with another cell than the vanilla one, in the window. */
class OtherCellOnScreenTest extends TakeAwayWindowTest {
  private void begin(Net cell) throws TimeoutException {
    RunSettings now = main.session().run().settingsProperty().get();
    onScreen(() -> main.session().changeSettings(List.of(now.withCell(cell))));
    await(() -> step.traceProperty().get().net() == cell);
  }

  private void stepBackwards() {
    onScreen(() -> step.goTo(step.timelineProperty().get().backward(1)));
  }

  private Set<String> ids(String query) {
    return seen(() -> lookup(query).queryAll().stream().map(Node::getId))
        .collect(Collectors.toSet());
  }

  @Test
  void aReluRunIsTrainedAndSteppedThroughInItsOwnNames() throws TimeoutException {
    begin(Relu.NET);
    double before = step.traceProperty().get().totalLoss();
    onScreen(() -> main.session().update());
    await(() -> step.traceProperty().get().totalLoss() != before);
    stepBackwards();

    assertThat(lookup("#da").tryQuery()).isPresent();
    assertThat(lookup("#dtanh").tryQuery()).isEmpty();
    assertThat(ids(".equation")).contains("equation-da").doesNotContain("equation-dtanh");
    Button equation = lookup("#equation-da").query();
    assertThat(seen(equation::getAccessibleText)).isEqualTo("da = [h > 0] ⊙ dh");
    assertThat(lookup("#vector-da").tryQuery()).isPresent();
    assertThat(lookup("#vector-dtanh").tryQuery()).isEmpty();
    onScreen(inMenuBar("da")::fire);
    assertThat(suggested).contains("da");

    Entry entry = new Entry.OfCell(PlainCell.DA, 1, 2);
    onScreen(() -> step.selection().select(entry));
    assertThat(step.activeProperty().get()).isEqualTo(Relu.NET.rule("da"));
    assertThat(step.selection().derivation().name()).isEqualTo("da[2]");
    for (int place = 0; place < step.timelineProperty().get().size(); place++) {
      int to = place;
      onScreen(() -> step.goTo(to));
    }
    assertThat(step.isComputed(PlainCell.DA, 0)).isTrue();
  }

  @Test
  void theVanillaRunAfterItHasItsNamesAgain() throws TimeoutException {
    begin(Relu.NET);
    stepBackwards();
    onScreen(() -> step.selection().select(new Entry.OfCell(PlainCell.DA, 1, 2)));
    begin(Vanilla.NET);
    assertThat(step.selection().entryProperty().get()).isNull();
    stepBackwards();
    assertThat(lookup("#dtanh").tryQuery()).isPresent();
    assertThat(lookup("#da").tryQuery()).isEmpty();
    assertThat(ids(".equation")).contains("equation-dtanh").doesNotContain("equation-da");
    assertThat(Vanilla.NET.rules()).contains(step.activeProperty().get());
  }
}
