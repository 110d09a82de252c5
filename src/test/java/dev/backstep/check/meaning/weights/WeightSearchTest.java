package dev.backstep.check.meaning.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.NdArray;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeightSearchTest {
  private static final String MIN_CHAR =
      "Wxh 4 9; Whh 4 4; Why 9 4; bh 4 1; by 9 1; dWxh 4 9; dWhh 4 4; dWhy 9 4; dbh 4 1; dby 9 1";

  private static List<Weights> ways(String written, String... mapped) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String each : mapped) {
      said.put(each.split("=")[0], each.split("=")[1]);
    }
    return WeightSearch.of(WrittenFile.arrays(written), said);
  }

  private static List<String> texts(List<Weights> ways, String name) {
    return ways.stream().map(way -> WrittenFile.text(way.arrays().get(name).get(0))).toList();
  }

  @Test
  void theShapeOfTheInputSaysHowTheStateStandsAndTheOtherWayIsNext() {
    List<Weights> ways = ways(MIN_CHAR);

    assertThat(texts(ways, "W1")).containsExactly("Wxh transposed", "Wxh transposed");
    assertThat(texts(ways, "W2")).containsExactly("Whh transposed", "Whh");
    assertThat(ways.get(0).remarks()).isEmpty();
    assertThat(ways.get(1).remarks()).containsExactly("Whh is read as in h_prev @ Whh.");
  }

  @Test
  void squareMatricesMayStandInEightWaysTheConsistentOnesFirst() {
    List<Weights> ways = ways("Wxh 4 4; Whh 4 4; Why 4 4; dWxh 4 4; dWhh 4 4; dWhy 4 4");

    Set<List<String>> different = new HashSet<>();
    ways.forEach(
        way ->
            different.add(
                List.of("W1", "W2", "W3").stream()
                    .map(name -> WrittenFile.text(way.arrays().get(name).get(0)))
                    .toList()));
    assertThat(ways).hasSize(8);
    assertThat(different).hasSize(8);
    assertThat(texts(ways, "W1").subList(0, 2)).containsExactly("Wxh transposed", "Wxh");
    assertThat(texts(ways, "W2").subList(0, 2)).containsExactly("Whh transposed", "Whh");
    assertThat(texts(ways, "W3").subList(0, 2)).containsExactly("Why", "Why transposed");
  }

  @Test
  void everyOrderOfStackedGatesIsThereOnceTheDialectsFirst() {
    List<Weights> all = ways("Wx 3 16; Wh 4 16; b 16; dWx 3 16; dWh 4 16; db 16");
    List<Weights> lstm = all.stream().filter(way -> !isWithForgetBias(way)).toList();
    assertThat(all).hasSize(2 * lstm.size());
    List<Weights> gru = ways("rnn.weight_ih_l0 12 3; rnn.weight_hh_l0 12 4; rnn.bias_ih_l0 12");

    assertThat(orders(lstm, "W1_i", "W1_f", "W1_o", "W1_g")).doesNotHaveDuplicates().hasSize(24);
    assertThat(orders(lstm, "W1_i", "W1_f", "W1_o", "W1_g").get(0))
        .isEqualTo("Wx[:, 0:4] Wx[:, 4:8] Wx[:, 8:12] Wx[:, 12:16]");
    assertThat(orders(lstm, "b_i", "b_f", "b_g", "b_o")).doesNotHaveDuplicates().hasSize(24);
    assertThat(orders(gru, "W2_r", "W2_z", "W2_n")).doesNotHaveDuplicates().hasSize(6);
    assertThat(orders(gru, "W2_r", "W2_z", "W2_n").get(0))
        .startsWith("rnn.weight_hh_l0[0:4] transposed rnn.weight_hh_l0[4:8]");
    assertThat(lstm.get(1).remarks()).anyMatch(each -> each.contains("Wx and Wh are read as"));
  }

  /** Whether 1 is added to the forget gate in the code. */
  private static boolean isWithForgetBias(Weights way) {
    return way.arrays().get("b_f").get(0).name().endsWith(" + 1");
  }

  @Test
  void aForgetGateMayHaveOneAddedInTheCode() {
    List<Weights> ways =
        ways("kernel 7 16; bias 16; softmax_w 4 3; dkernel 7 16; dbias 16; dsoftmax_w 4 3");

    Weights added = ways.stream().filter(way -> isWithForgetBias(way)).findFirst().orElseThrow();
    double[] stored = ways.get(0).arrays().get("b_f").get(0).values();
    double[] read = added.arrays().get("b_f").get(0).values();
    assertThat(isWithForgetBias(ways.get(0))).isFalse();
    assertThat(read[0]).isEqualTo(stored[0] + 1);
    assertThat(added.remarks()).anyMatch(each -> each.contains("with 1 added"));
  }

  @Test
  void aMatrixOfBothGatesGoesWithOneOfTheCandidate() {
    List<Weights> ways =
        ways(
            "gates/kernel 7 8; gates/bias 8; candidate/kernel 7 4; candidate/bias 4; Wy 4 3; by 3;"
                + " dgates/kernel 7 8; dgates/bias 8; dcandidate/kernel 7 4; dcandidate/bias 4;"
                + " dWy 4 3; dby 3");

    Weights first = ways.get(0);
    assertThat(texts(ways, "W1_r").get(0)).isEqualTo("gates/kernel[:3, 0:4]");
    assertThat(texts(ways, "W2_z").get(0)).isEqualTo("gates/kernel[3:, 4:8]");
    assertThat(texts(ways, "W2_n").get(0)).isEqualTo("candidate/kernel[3:]");
    assertThat(first.arrays().get("b_z").get(0).name()).isEqualTo("gates/bias[4:8]");
    assertThat(first.arrays().get("dW2_n").get(0).name()).isEqualTo("dcandidate/kernel[3:]");
  }

  private static List<String> orders(List<Weights> ways, String... names) {
    return ways.stream()
        .map(
            way ->
                List.of(names).stream()
                    .map(name -> WrittenFile.text(way.arrays().get(name).get(0)))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void aJointMatrixIsReadBothWays() {
    List<Weights> ways = ways("W 4 7; b 4; Wy 9 4; by 9; dW 4 7; db 4; dWy 9 4; dby 9; x 6 3");

    assertThat(texts(ways, "W1")).containsExactly("W[:, 4:] transposed", "W[:, :3] transposed");
    assertThat(texts(ways, "W2")).containsExactly("W[:, :4] transposed", "W[:, 3:] transposed");
    assertThat(ways.get(0).arrays().get("dW2").get(0).name()).isEqualTo("dW[:, :4]");
    assertThat(ways.get(0).dialect()).isEqualTo(Dialect.ONE_MATRIX);
  }

  @Test
  void aSingleMatrixOfTheInputIsNoJointOne() {
    assertThat(ways("Wxh 4 9; Why 9 4; bh 4; by 9; dWxh 4 9; inputs 6 i; hprev 4")).isEmpty();
  }

  @Test
  void twoBiasesAreOneAndEachGradientIsJudged() {
    Weights first = ways(MIN_CHAR.replace("bh", "bhh") + "; bxh 4; dbxh 4").get(0);

    assertThat(first.arrays().get("bh")).hasSize(1);
    assertThat(first.arrays().get("bh").get(0).name()).isEqualTo("bhh + bxh");
    assertThat(first.arrays().get("dbh").stream().map(each -> each.name()))
        .containsExactly("dbhh", "dbxh");
  }

  @Test
  void whichOfTwoBiasesIsAddedTheNumbersDecide() {
    List<Weights> ways = ways(MIN_CHAR.replace("bh", "bhh") + "; bxh 4; dbxh 4");

    assertThat(texts(ways, "bh")).contains("bhh + bxh", "bhh", "bxh");
    assertThat(ways)
        .filteredOn(way -> way.arrays().get("bh").get(0).name().equals("bxh"))
        .allSatisfy(way -> assertThat(String.join(" ", way.remarks())).contains("bhh is read as"));
  }

  @Test
  void anUpdateGateMaySayHowMuchIsNew() {
    String gru =
        "Wz 4 3; Wr 4 3; Wh 4 3; Uz 4 4; Ur 4 4; Uh 4 4; dWz 4 3; dWr 4 3; dWh 4 3; dUz 4 4;"
            + " dUr 4 4; dUh 4 4";
    List<Weights> ways = ways(gru);
    List<Weights> named = ways(gru.replace("z", "u"));

    assertThat(texts(ways, "W1_z")).startsWith("Wz transposed").contains("-Wz transposed");
    assertThat(texts(named, "W1_z")).startsWith("-Wu transposed").contains("Wu transposed");
    assertThat(texts(named, "dW2_z").get(0)).isEqualTo("-dUu transposed");
  }

  @Test
  void whatTheUserSaysOverrulesNames() {
    String swapped = "A 4 9; B 4 4; C 9 4; dA 4 9; dB 4 4; dC 9 4; other 4 4; G 4 4";

    Weights said = ways(swapped, "Whh=other", "W1=C", "dW2=G").get(0);

    assertThat(WrittenFile.misread(said, "W2 = other; W1 = C; W3 = A transposed; dW2 = G"))
        .isEmpty();
  }

  @Test
  void whatTheUserCallsASequenceIsNoWeight() {
    String written = "U 4 9; W 4 4; V 9 4; K 9 4; dU 4 9; dW 4 4; dV 9 4; dK 9 4";

    assertThat(ways(written, "h=V").get(0).used()).contains("K").doesNotContain("V");
    assertThat(ways(written).get(0).used()).contains("V");
  }

  @Test
  void namesOfAnyKindAreSaidInOneList() {
    Weights first = ways("Pin 9 4; Prec 4 4; Pout 4 9; gPin 9 4; gPrec 4 4; gPout 4 9").get(0);

    assertThat(first.dialect()).isEqualTo(Dialect.UNKNOWN);
    assertThat(first.remarks())
        .containsExactly(
            "By their shapes and names, these are read: Pin (9, 4) as W1, input to hidden;"
                + " Prec (4, 4) as W2, hidden to hidden; Pout (4, 9) as W3, hidden to output.");
  }

  @Test
  void aGradientOfAnotherShapeIsLeftOutAndSaid() {
    Weights first = ways(MIN_CHAR.replace("dbh 4 1", "dbh 4 6")).get(0);

    assertThat(first.arrays()).containsKey("bh").doesNotContainKey("dbh");
    assertThat(first.used()).contains("dbh");
    assertThat(first.remarks())
        .containsExactly(
            "dbh is (4, 6) and bh is (4, 1); it cannot be its gradient and is left out.");
  }

  @Test
  void aGradientThatStandsTheOtherWayIsReadAndSaid() {
    Weights first = ways(MIN_CHAR.replace("dWhy 9 4", "dWhy 4 9")).get(0);

    assertThat(first.arrays().get("dW3").get(0).shape()).containsExactly(9, 4);
    assertThat(first.arrays().get("dW3").get(0).place().index(8, 3)).isEqualTo("[3, 8]");
    assertThat(first.remarks())
        .containsExactly("dWhy is (4, 9) and Why is (9, 4); it is read transposed.");
  }

  @Test
  void namesWithoutALetterAndThousandsOfArraysAreReadInTime() {
    Map<String, NdArray> arrays = new LinkedHashMap<>(WrittenFile.arrays(MIN_CHAR));
    arrays.put("", NdArray.of(new double[4], 2, 2));
    for (int i = 0; i < 3000; i++) {
      arrays.put("saved" + i, NdArray.of(new double[16], 4, 4));
    }

    assertThat(WeightSearch.of(arrays, Map.of())).isNotEmpty();
  }

  @Test
  void statesOfTheSizesOfWeightsAreNone() {
    Weights first =
        ways(MIN_CHAR + "; h 4 4; dh 4 4; hs 9 4; dhs 9 4; ps 9 9; x 4 9; dx 4 9; dhnext 4 1")
            .get(0);

    assertThat(first.used()).doesNotContain("h", "dh", "hs", "dhs", "ps", "x", "dx", "dhnext");
    assertThat(first.arrays().get("bh")).hasSize(1);
  }

  @Test
  void oddArraysAreNoWeights() {
    Map<String, NdArray> arrays = new LinkedHashMap<>(WrittenFile.arrays(MIN_CHAR));
    arrays.put("number", new NdArray(NdArray.Kind.FLOAT64, new int[0], new double[] {1}));
    arrays.put("deep", NdArray.of(new double[16], 2, 2, 2, 2));
    arrays.put("none", NdArray.of(new double[0], 0, 4));
    arrays.put("letters", new NdArray(NdArray.Kind.CHARACTER, new int[] {4}, new double[4]));
    arrays.put("flags", new NdArray(NdArray.Kind.BOOLEAN, new int[] {4, 4}, new double[16]));

    assertThat(WeightSearch.of(arrays, Map.of()).get(0).used())
        .isEqualTo(WeightSearch.of(WrittenFile.arrays(MIN_CHAR), Map.of()).get(0).used());
    assertThat(WeightSearch.of(Map.of(), Map.of())).isEmpty();
  }

  @Test
  void waysShareTheirNumbers() {
    List<Weights> ways = ways("Wx 3 16; Wh 4 16; b 16");

    long different =
        ways.stream()
            .flatMap(way -> way.arrays().values().stream())
            .map(sources -> sources.get(0).values())
            .map(System::identityHashCode)
            .distinct()
            .count();
    // Four blocks of each array, and those of b with 1 added.
    assertThat(different).isEqualTo(16);
  }
}
