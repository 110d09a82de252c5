package dev.backstep.check;

import dev.backstep.trace.Derivation;
import java.util.Optional;

/**
 * The number that went wrong first, in the order of computation.
 *
 * @param what which array: {@code dh_prev}, {@code dWhh}, {@code loss}
 * @param timestep −1 where it is of the whole sequence
 * @param index the entry that is off by most, as Python writes it in the file's own array: {@code
 *     [5]}; empty for a single number
 * @param derivation how the right one is computed; empty for the loss
 */
public record FirstWrong(
    String what,
    int timestep,
    String index,
    double right,
    double yours,
    Optional<Derivation> derivation) {}
