package dev.backstep.check.meaning;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Notation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the arrays of a file are, in one of the ways in which they may be meant. Shapes are those of
 * a batch, with B = 1 for one sequence:
 *
 * <pre>
 *   W1 (D,H) W2 (H,H) W3 (K,H) bh (H) bo (K), W1_i …, b_hn, E (V,D)    the weights, by our names
 *   dW1 …                                            their gradients, each as often as it is there
 *   x (B,T) ids, −1 for the zero vector; or (B,T,D) real numbers
 *   y (B,T) ids, any where loss_mask is 0; or (B,T,K) numbers
 *   steps (B,T)      1 where there is a timestep, 0 where there is padding; all 1 if absent
 *   loss_mask (B,T)  1 where the loss counts; all 1 if absent
 *   h0 (B,H) c0 (B,H)                                zeros if absent
 *   upstream_dh (B,T,H) upstream_dc (B,H)            the gradients that are given where there is
 *                                                    no head; upstream_dc that of the last c
 *   h, o, e, dh, dtanh, i, da_i …  (B,T,N)           rows, by the names of the net's vectors
 *   dh0 (B,H) dc0 (B,H), dx (B,T,D) is dxt           other gradients
 *   loss () or (T) or (B,T), lr ()
 * </pre>
 *
 * @param title of the dialect: {@code Coursera}, {@code PyTorch}; {@code names of your own}
 * @param cells which the weights may be of, the likeliest first; the numbers decide
 * @param heads which the output may have, likewise
 * @param arrays by the names above; the first source of a name is the one that counts, for a
 *     gradient each is judged
 * @param remarks a sentence about each thing that was taken for granted or left out
 * @param characters the character of each id, where they are there
 */
public record Meaning(
    String title,
    List<Cell> cells,
    List<Head> heads,
    Map<String, List<Source>> arrays,
    List<String> remarks,
    List<String> characters) {
  public Meaning {
    cells = List.copyOf(cells);
    heads = List.copyOf(heads);
    arrays = Map.copyOf(arrays);
    remarks = List.copyOf(remarks);
    characters = List.copyOf(characters);
  }

  /** The first source of a name. */
  public Optional<Source> source(String name) {
    return sources(name).stream().findFirst();
  }

  /** All sources of a name, none if it is not there. */
  public List<Source> sources(String name) {
    return arrays.getOrDefault(name, List.of());
  }

  /** The names and the orientation that things of the project have in the file. */
  public Notation notation() {
    return new FileNotation(arrays).notation();
  }
}
