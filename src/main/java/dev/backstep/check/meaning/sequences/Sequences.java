package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Head;
import java.util.List;
import java.util.Map;

/**
 * Which arrays of a file are sequences, states, losses and gradients of timesteps, in one of the
 * ways in which they may be meant.
 *
 * @param heads which the output may have, the likeliest first
 * @param arrays x y steps loss_mask h0 c0 upstream_dh upstream_dc, rows, dh0 dc0, loss lr, in the
 *     shapes that {@link dev.backstep.check.meaning.Meaning} has
 * @param remarks a sentence about each thing that was taken for granted or left out
 * @param characters the character of each id, where they are there
 */
public record Sequences(
    List<Head> heads,
    Map<String, List<Source>> arrays,
    List<String> remarks,
    List<String> characters) {
  public Sequences {
    heads = List.copyOf(heads);
    arrays = Map.copyOf(arrays);
    remarks = List.copyOf(remarks);
    characters = List.copyOf(characters);
  }
}
