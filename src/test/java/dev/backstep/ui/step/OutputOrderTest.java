package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.DenseView;
import dev.backstep.math.MatrixView;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class OutputOrderTest {
  private final MatrixView o =
      new DenseView(new DMatrixRMaj(new double[][] {{0.1, 0.4, 0.1, 0.4}, {0.7, 0.05, 0.2, 0.05}}));
  private final OutputOrder order = new OutputOrder();

  @Test
  void allCharactersStandByIdUnlessAskedOtherwise() {
    assertThat(order.ids(o, 0)).containsExactly(0, 1, 2, 3);
    assertThat(order.followsCursor()).isFalse();
  }

  @Test
  void theMostProbableStandFirstAndEquallyProbableOnesById() {
    order.byProbabilityProperty().set(true);

    assertThat(order.ids(o, 0)).containsExactly(1, 3, 0, 2);
    assertThat(order.ids(o, 1)).containsExactly(0, 2, 1, 3);
    assertThat(order.followsCursor()).isTrue();
  }

  @Test
  void onlyTheMostProbableAreLeftAndStillStandById() {
    order.topProperty().set(3);

    assertThat(order.ids(o, 0)).containsExactly(0, 1, 3);
    assertThat(order.ids(o, 1)).containsExactly(0, 1, 2);
  }

  @Test
  void moreThanThereAreIsAll() {
    order.topProperty().set(20);

    assertThat(order.ids(o, 0)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aNumberThatIsNoneDoesNotLoseACharacter() {
    MatrixView broken = new DenseView(new DMatrixRMaj(new double[][] {{Double.NaN, 0.5, 0.5}}));
    order.byProbabilityProperty().set(true);

    assertThat(order.ids(broken, 0)).containsExactlyInAnyOrder(0, 1, 2);
  }
}
