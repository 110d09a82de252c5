package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say where no weights were found: what there is, what it could be, what is missing. */
public final class Shortfall {
  /** How many arrays a sentence lists. */
  private static final int MOST = 12;

  private final Inventory inventory;

  private Shortfall(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * One sentence without a capital letter and a full stop.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it
   */
  public static String of(Map<String, NdArray> arrays, Map<String, String> mapped) {
    return OtherNetworks.sentence(arrays.keySet())
        .orElseGet(() -> new Shortfall(new Inventory(arrays, new MappedNames(mapped))).sentence());
  }

  private String sentence() {
    return missing() + "; " + there();
  }

  private String missing() {
    if (inventory.candidates().size() > 1
        && inventory.candidates().stream().allMatch(each -> each.name().matches("arr_\\d+"))) {
      return "its arrays have no names, which np.savez writes where it is told them:"
          + " np.savez(\"mine.npz\", W2=W2, …)";
    }
    Optional<Candidate> square =
        inventory.candidates().stream().filter(Candidate::isSquare).findFirst();
    if (square.isPresent() && hasBeside(square.get())) {
      return String.format(
          Locale.ROOT,
          "%s could be W2, hidden to hidden, but there is nothing that could be what is read, x, or"
              + " what it could be does not fit the sizes of the weights",
          square.get());
    }
    if (square.isPresent()) {
      int hidden = square.get().shape()[0];
      return String.format(
          Locale.ROOT,
          "%s could be W2, hidden to hidden, but there is no W1, input to hidden: no other matrix"
              + " has a side of %d",
          square.get(),
          hidden);
    }
    Optional<String> orphan =
        inventory.orphans().stream().filter(name -> isSquare(inventory.array(name))).findFirst();
    String none = "there is no square matrix (H, H) that could be W2, hidden to hidden";
    return orphan
        .map(
            name ->
                String.format(
                    Locale.ROOT,
                    "%s; %s %s is called as a gradient, and its weight is missing",
                    none,
                    name,
                    NdArray.text(inventory.array(name).shape())))
        .orElse(none + ", and no matrices of gates of one cell");
  }

  private boolean hasBeside(Candidate square) {
    return inventory.candidates().stream()
        .filter(each -> each.isMatrix() && !each.isSquare())
        .anyMatch(each -> contains(each.shape(), square.shape()[0]));
  }

  private static boolean contains(int[] shape, int size) {
    return Arrays.stream(shape).anyMatch(each -> each == size);
  }

  private static boolean isSquare(NdArray array) {
    return array.dimensions() == 2 && array.shape()[0] == array.shape()[1];
  }

  private String there() {
    if (inventory.candidates().isEmpty() && !inventory.orphans().isEmpty()) {
      return "there are only gradients, "
          + inventory.orphans().stream()
              .limit(MOST)
              .map(name -> name + " " + NdArray.text(inventory.array(name).shape()))
              .collect(Collectors.joining(", "))
          + ", and the weights that they are of have to be saved with them";
    }
    if (inventory.candidates().isEmpty()) {
      return "none of its arrays is called as a weight or has a gradient beside it;"
          + " --map NAME=W2 says which one is";
    }
    List<String> parts = new ArrayList<>();
    inventory.candidates().stream().limit(MOST).forEach(each -> parts.add(each + role(each)));
    String more =
        inventory.candidates().size() > MOST
            ? ", and " + (inventory.candidates().size() - MOST) + " more"
            : "";
    return "what could be weights: "
        + String.join(", ", parts)
        + more
        + "; --map NAME=W2 says which one is";
  }

  /** What it could be, by its shape and then its name. */
  private static String role(Candidate candidate) {
    if (candidate.length() > 0) {
      return " a bias";
    }
    if (!candidate.isMatrix()) {
      return "";
    }
    if (candidate.isSquare()) {
      return " W2";
    }
    if (candidate.score(NameWords.Role.EMBEDDING) > 0) {
      return " an embedding";
    }
    boolean isInput = candidate.score(NameWords.Role.INPUT) > 0;
    boolean isOutput = candidate.score(NameWords.Role.OUTPUT) > 0;
    return isInput == isOutput ? " W1 or W3" : isInput ? " W1" : " W3";
  }
}
