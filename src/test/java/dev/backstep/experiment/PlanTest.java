package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.text.Corpus;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final RunSettings ZERO = RunSettings.defaults().withSeed(5);
  private static final RunSettings CARRIED =
      ZERO.withHiddenState(new HiddenStatePolicy.Carried(true));

  @Test
  void bothRunsOfAPairHaveTheSameSeedAndEveryPairAnother() {
    Plan plan = new Plan(ZERO, CARRIED, 3, 1);
    for (int pair = 0; pair < 3; pair++) {
      assertThat(plan.a(pair)).isEqualTo(ZERO.withSeed(5 + pair));
      assertThat(plan.b(pair)).isEqualTo(CARRIED.withSeed(5 + pair));
    }
  }

  @Test
  void whereTheSeedIsWhatDiffersNoBeginningIsInTwoPairs() {
    Plan plan = new Plan(ZERO, ZERO.withSeed(7), 50, 1);
    Set<Long> seeds = new HashSet<>();
    for (int pair = 0; pair < 50; pair++) {
      assertThat(plan.b(pair).seed() - plan.a(pair).seed()).isEqualTo(2);
      seeds.add(plan.a(pair).seed());
      seeds.add(plan.b(pair).seed());
    }
    assertThat(seeds).hasSize(100);
  }

  @Test
  void everyPairHoldsOutOtherSequences() {
    Plan plan = new Plan(ZERO, CARRIED, 2, 1);
    Corpus corpus = Trials.dinosaurs();
    assertThat(plan.data(corpus, 0).heldOut()).isEqualTo(plan.data(corpus, 0).heldOut());
    assertThat(plan.data(corpus, 1).heldOut()).isNotEqualTo(plan.data(corpus, 0).heldOut());
  }

  @Test
  void whatCannotBeComparedIsRefusedWithTheReason() {
    assertThatThrownBy(() -> new Plan(ZERO, CARRIED, 0, 1))
        .hasMessage("the number of pairs is 0; it must be 1 to 1000");
    assertThatThrownBy(() -> new Plan(ZERO, CARRIED, 1, 1001))
        .hasMessage("the number of epochs is 1001; it must be 1 to 1000");
    assertThatThrownBy(() -> new Plan(ZERO, ZERO, 1, 1))
        .hasMessage("A and B have the same settings; at least one setting must differ");
    assertThatThrownBy(() -> new Plan(ZERO, CARRIED.withHeldOutShare(0.2), 1, 1))
        .hasMessageContaining("A holds out a share of 0.1 and B of 0.2");
  }

  @Test
  void anArrayThatIsTooShortForTheTextIsRefusedBeforeAnythingIsTrained() {
    RunSettings array = ZERO.withHiddenState(new HiddenStatePolicy.FixedArray(5));
    assertThatThrownBy(() -> new Plan(ZERO, array, 1, 1).requireCorpus(Trials.dinosaurs()))
        .hasMessageContaining("the fixed array has 5 columns");
  }
}
