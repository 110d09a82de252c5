package dev.backstep.check.meaning.weights;

import dev.backstep.net.Cell;
import dev.backstep.net.Nets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of cells by their gates, and what programs call those. */
enum GateKind {
  PLAIN("", Map.of()),
  GRU(
      "rzn",
      words(
          "r", "reset_gate resetgate reset r",
          "z", "update_gate updategate update z u",
          "n",
              "candidate cand hidden_update h_tilde htilde h_hat hhat h_bar hbar tilde hat new hh"
                  + " hc h n c g -")),
  LSTM(
      "ifgo",
      words(
          "i", "input_gate inputgate ingate input in i u update",
          "f", "forget_gate forgetgate forget f",
          "g",
              "candidate cand cell_gate cell c_tilde ctilde c_hat chat c_bar cbar modulation"
                  + " gate ct cc c g a j z n",
          "o", "output_gate outputgate outgate output out o"));

  /** What stands for no letter at all, as the W of n beside Wz and Wr. */
  static final String NONE = "-";

  private final String letters;
  private final Map<String, List<String>> words;

  GateKind(String letters, Map<String, List<String>> words) {
    this.letters = letters;
    this.words = words;
  }

  private static Map<String, List<String>> words(String... gatesAndWords) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (int i = 0; i < gatesAndWords.length; i += 2) {
      words.put(gatesAndWords[i], List.of(gatesAndWords[i + 1].split(" ", -1)));
    }
    return words;
  }

  /** The letters of its gates here, in one word. */
  String letters() {
    return letters;
  }

  /** How many matrices read the input. */
  int count() {
    return Math.max(1, letters.length());
  }

  /** The ends of the names of its weights here: {@code _i}; nothing of the plain cell. */
  List<String> gates() {
    return this == PLAIN ? List.of("") : List.of(letters.split("", 0));
  }

  /** What programs call a gate, the surest word first. */
  List<String> words(String gate) {
    return words.getOrDefault(gate, List.of());
  }

  /** The cells of this kind. */
  List<Cell> cells() {
    return Nets.cells().stream().filter(cell -> of(cell) == this).toList();
  }

  private static GateKind of(Cell cell) {
    return switch (cell.gradients(Cell.H.expr()).size()) {
      case 3 -> PLAIN;
      default -> cell.states().size() == 2 ? LSTM : GRU;
    };
  }

  /** Orders in which blocks of gates stand, those of a dialect first, then all others. */
  Set<String> orders(Dialect dialect) {
    Set<String> orders = new LinkedHashSet<>();
    orders.add(usual(dialect));
    for (Dialect each : Dialect.values()) {
      orders.add(usual(each));
    }
    permutations("", letters, orders);
    return orders;
  }

  private String usual(Dialect dialect) {
    if (this == GRU) {
      return switch (dialect) {
        case PYTORCH, OURS -> letters;
        default -> "zrn";
      };
    }
    if (this == LSTM) {
      return switch (dialect) {
        case CS231N, ONE_MATRIX, D2L, MIN_CHAR_RNN, UNKNOWN -> "ifog";
        case FROM_SCRATCH -> "fgio";
        case COURSERA -> "figo";
        case NUMPY_ML -> "figo";
        default -> letters;
      };
    }
    return letters;
  }

  private static void permutations(String begun, String rest, Set<String> all) {
    if (rest.isEmpty()) {
      all.add(begun);
    }
    for (int i = 0; i < rest.length(); i++) {
      permutations(begun + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1), all);
    }
  }

  /** The name of the project for a weight of a gate: {@code W1_i}, or {@code W1}. */
  static String name(String weight, String gate) {
    return gate.isEmpty() ? weight : weight + "_" + gate;
  }

  /** The names of its matrices and biases here, those that read the input first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String weight : List.of("W1", "W2", this == PLAIN ? "bh" : "b")) {
      gates().forEach(gate -> names.add(name(weight, gate)));
    }
    return names;
  }
}
