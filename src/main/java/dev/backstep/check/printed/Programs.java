package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What programs return for inputs of the notebook: the right one, and those with one or two of the
 * known faults. Each is run when it is asked for the first time, and kept for other texts, as long
 * as there is memory: the inputs never change.
 */
final class Programs {
  /** The fault of a loop that hands nothing on, though it is written as equations of a cell. */
  private static final String OF_LOOP = "lstm-nothing-handed-on";

  private static final Map<NotebookFunction, SoftReference<List<Programs>>> KEPT =
      new EnumMap<>(NotebookFunction.class);

  private final NotebookInputs inputs;
  private final Program right;
  private final List<Fault> faults;
  private final List<Program> single = new ArrayList<>();
  private final Map<List<Fault>, Program> pairs = new HashMap<>();
  private final Map<List<Fault>, Set<String>> changed = new HashMap<>();
  private List<Program> inSequence = List.of();

  /** Those of a function: for each of the inputs that it is called with. */
  static synchronized List<Programs> of(NotebookFunction function) {
    SoftReference<List<Programs>> kept = KEPT.get(function);
    List<Programs> programs = kept == null ? null : kept.get();
    if (programs == null) {
      programs = function.inputs().stream().map(Programs::new).toList();
      KEPT.put(function, new SoftReference<>(programs));
    }
    return programs;
  }

  private Programs(NotebookInputs inputs) {
    this.inputs = inputs;
    right = Program.right(inputs);
    faults =
        known().stream().filter(fault -> !inputs.function().isCell() || isOfCell(fault)).toList();
  }

  private List<Fault> known() {
    return FaultCatalogue.of(inputs.function().net()).tried();
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
  synchronized List<Program> single() {
    if (single.isEmpty()) {
      faults.forEach(fault -> single.add(Program.with(inputs, fault)));
    }
    return single;
  }

  /**
   * Those with two faults that may have printed some entries; where both write the same number it
   * matters which comes last. What changes no row leaves all entries as the other fault has them
   * but for those of its own arrays, so most of such pairs need not be run.
   *
   * @param cancelled whether what comes out is not wanted any more; none are then returned
   */
  synchronized List<Program> pairs(PrintedEntries entries, BooleanSupplier cancelled) {
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
    return entries.fitExcept(open, doesOne ? one : doesOther ? other : right);
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
  synchronized List<Fault> unseenInCell() {
    Optional<NotebookFunction> sequence = inputs.function().overTime();
    if (sequence.isEmpty()) {
      return List.of();
    }
    if (inSequence.isEmpty()) {
      Programs there = of(sequence.get()).get(0);
      inSequence =
          there.single().stream()
              .filter(program -> program.faults().get(0).isWritten())
              .filter(program -> !program.returnsTheSameAs(there.right()))
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
