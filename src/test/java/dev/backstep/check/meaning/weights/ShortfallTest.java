package dev.backstep.check.meaning.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortfallTest {
  private static String sentence(String written) {
    var arrays = WrittenFile.arrays(written);
    assertThat(WeightSearch.of(arrays, Map.of())).isEmpty();
    return Shortfall.of(arrays, Map.of());
  }

  @Test
  void aMissingRecurrentMatrixIsNamed() {
    assertThat(sentence("Wxh 4 9; Why 9 4; by 9; dWxh 4 9; dWhh 4 4; inputs 6 i"))
        .isEqualTo(
            "there is no square matrix (H, H) that could be W2, hidden to hidden; dWhh (4, 4) is"
                + " called as a gradient, and its weight is missing; what could be weights:"
                + " Wxh (4, 9) W1, Why (9, 4) W3, by (9,) a bias; --map NAME=W2 says which one is");
  }

  @Test
  void aMissingInputMatrixIsNamed() {
    assertThat(sentence("W 4 4; dW 4 4; V 9 5; dV 9 5"))
        .startsWith(
            "W (4, 4) could be W2, hidden to hidden, but there is no W1, input to hidden: no other"
                + " matrix has a side of 4; what could be weights: W (4, 4) W2, V (9, 5)");
  }

  @Test
  void gradientsAloneAreSaidToBeAlone() {
    assertThat(sentence("dWxh 4 9; dWhh 4 4; dbh 4"))
        .endsWith(
            "there are only gradients, dWxh (4, 9), dWhh (4, 4), dbh (4,), and the weights that"
                + " they are of have to be saved with them");
  }

  @Test
  void severalLayersAndDirectionsAreRefused() {
    String layer = "rnn.weight_ih_l0 4 3; rnn.weight_hh_l0 4 4";

    assertThat(sentence(layer + "; rnn.weight_hh_l1 4 4"))
        .isEqualTo(
            "it cannot be judged, because the network has more than one recurrent layer"
                + " (rnn.weight_hh_l1); only one can be checked");
    assertThat(sentence(layer + "; rnn.weight_hh_l0_reverse 4 4"))
        .isEqualTo(
            "it cannot be judged, because the network reads in both directions"
                + " (rnn.weight_hh_l0_reverse); only one direction can be checked");
    assertThat(
            sentence(
                "a/kernel 3 4; a/recurrent_kernel 4 4; grad/a/recurrent_kernel 4 4; b/kernel 4 4;"
                    + " b/recurrent_kernel 4 4"))
        .isEqualTo(
            "it cannot be judged, because the network has more than one recurrent layer"
                + " (a/recurrent_kernel, b/recurrent_kernel); only one can be checked");
  }

  @Test
  void aFileWithoutWeightsIsSaidToBeOne() {
    assertThat(sentence("x 6 3; h 6 4; loss 1"))
        .isEqualTo(
            "there is no square matrix (H, H) that could be W2, hidden to hidden, and no matrices"
                + " of gates of one cell; none of its arrays is called as a weight or has a"
                + " gradient beside it; --map NAME=W2 says which one is");
  }
}
