package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What programs return for inputs of the notebook: the right one, and those with one or two of the
 * known faults. Each is run when it is asked for the first time.
 */
final class Programs {
  /** The fault of a loop that hands nothing on, though it is written as equations of a cell. */
  private static final String OF_LOOP = "lstm-nothing-handed-on";

  private final NotebookInputs inputs;
  private final BooleanSupplier cancelled;
  private final Program right;
  private final List<Fault> faults;
  private final List<Program> single = new ArrayList<>();
  private final Map<List<Fault>, Program> pairs = new HashMap<>();
  private final Map<List<Fault>, Set<String>> changed = new HashMap<>();
  private List<Program> inSequence = List.of();

  Programs(NotebookInputs inputs, BooleanSupplier cancelled) {
    this.inputs = inputs;
    this.cancelled = cancelled;
    right = Program.right(inputs);
    faults =
        known().stream().filter(fault -> !inputs.function().isCell() || isOfCell(fault)).toList();
  }

  private List<Fault> known() {
    return Fault.tried(inputs.function().net());
  }

  /** What no equation says is done in the loop over the timesteps, which a cell alone has not. */
  private static boolean isOfCell(Fault fault) {
    return fault.isWritten() && !fault.id().equals(OF_LOOP);
  }

  NotebookInputs inputs() {
    return inputs;
  }

  Program right() {
    return right;
  }

  /** Those with one fault. */
  List<Program> single() {
    if (single.isEmpty()) {
      faults.forEach(fault -> single.add(Program.with(inputs, fault)));
    }
    return single;
  }

  /**
   * Those with two faults that may have printed some entries; where both write the same number it
   * matters which comes last. What changes no row leaves all entries as the other fault has them
   * but for those of its own arrays, so most of such pairs need not be run.
   */
  List<Program> pairs(PrintedEntries entries) {
    List<Program> found = new ArrayList<>();
    List<Program> all = single();
    for (int i = 0; i < all.size(); i++) {
      for (Program other : all.subList(i + 1, all.size())) {
        if (cancelled.getAsBoolean()) {
          return List.of();
        }
        if (mayPrint(entries, all.get(i), other)) {
          found.add(pair(all.get(i), other));
          found.add(pair(other, all.get(i)));
        }
      }
    }
    return found;
  }

  private Program pair(Program one, Program other) {
    Fault first = one.faults().get(0);
    Fault second = other.faults().get(0);
    return pairs.computeIfAbsent(
        List.of(first, second), faultsOfPair -> Program.with(inputs, first, second));
  }

  private boolean mayPrint(PrintedEntries entries, Program one, Program other) {
    boolean doesOne = changesRows(one);
    boolean doesOther = changesRows(other);
    if (doesOne && doesOther) {
      return true;
    }
    Set<String> open = new HashSet<>();
    open.addAll(doesOne ? Set.of() : changed(one));
    open.addAll(doesOther ? Set.of() : changed(other));
    return entries.fitBut(open, doesOne ? one : doesOther ? other : right);
  }

  /** Whether the gradients of inputs and states are others, which are made of rows alone. */
  private boolean changesRows(Program program) {
    return changed(program).stream().anyMatch(gradient -> !function().isOfWeight(gradient));
  }

  private Set<String> changed(Program program) {
    return changed.computeIfAbsent(program.faults(), faultsOf -> program.changed(right));
  }

  private NotebookFunction function() {
    return inputs.function();
  }

  /** The number of pairs. */
  int pairCount() {
    return faults.size() * (faults.size() - 1) / 2;
  }

  /**
   * The wrong equations that change nothing that a cell returns, and something that its function
   * over several timesteps does; none where it is that function.
   */
  List<Fault> unseenInCell() {
    Optional<NotebookFunction> sequence = inputs.function().overTime();
    if (sequence.isEmpty()) {
      return List.of();
    }
    if (inSequence.isEmpty()) {
      NotebookInputs ofSequence = sequence.get().inputs().get(0);
      Program rightThere = Program.right(ofSequence);
      inSequence =
          known().stream()
              .filter(Fault::isWritten)
              .map(fault -> Program.with(ofSequence, fault))
              .filter(program -> !program.returnsTheSameAs(rightThere))
              .toList();
    }
    return inSequence.stream()
        .map(program -> program.faults().get(0))
        .filter(fault -> !faults.contains(fault) || !changes(fault))
        .toList();
  }

  private boolean changes(Fault fault) {
    return single().stream()
        .filter(program -> program.faults().contains(fault))
        .noneMatch(right::returnsTheSameAs);
  }
}
