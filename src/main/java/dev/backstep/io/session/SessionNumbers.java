package dev.backstep.io.session;

import dev.backstep.io.session.SessionDocument.BranchEntry;
import dev.backstep.io.session.SessionDocument.CheckpointEntry;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.EpochOrder;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Optimizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * The numbers of checkpoints, each as the states that the next sequence begins with (H of each),
 * the loss and the norm of the last sequence, the counters of the optimiser, the weights in the
 * order of the net, and what the optimiser remembers of them likewise; then the gradients, where a
 * fault hands them on, and where those states are learned the counters and the memory of their
 * optimiser.
 */
final class SessionNumbers {
  private final int vocabulary;
  private final IntFunction<RunSettings> settings;

  /**
   * @param vocabulary V
   * @param settings by their place in the document
   */
  SessionNumbers(int vocabulary, IntFunction<RunSettings> settings) {
    this.vocabulary = vocabulary;
    this.settings = settings;
  }

  /** The count of all numbers in a document. */
  long count(SessionDocument document) {
    long count = count(document.here());
    for (BranchEntry branch : document.branches()) {
      count += branch.losses() + 2L * branch.heldOut().size() + branch.steepest().size();
      for (CheckpointEntry checkpoint : branch.checkpoints()) {
        count += count(checkpoint);
      }
    }
    return count;
  }

  long count(CheckpointEntry checkpoint) {
    RunSettings its = settings.apply(checkpoint.settings());
    Shape shape = its.shape(vocabulary);
    long copies = 1L + its.optimizer().remembered() + (handsOnGradients(its) ? 1 : 0);
    return (long) its.batch().size() * shape.stateSize()
        + 2
        + its.optimizer().counters()
        + shape.parameters() * copies
        + (its.hiddenState().isLearned()
            ? its.optimizer().counters() + (long) its.optimizer().remembered() * shape.stateSize()
            : 0);
  }

  private static boolean handsOnGradients(RunSettings its) {
    return its.fault().rules().handsOnGradients();
  }

  static void write(Checkpoint checkpoint, SectionWriter out) throws IOException {
    out.put(checkpoint.nextStates());
    out.put(checkpoint.lossPerCharacter());
    out.put(checkpoint.gradientNorm());
    out.put(checkpoint.optimizer().counters());
    write(checkpoint.weights(), out);
    for (Parameters memory : checkpoint.optimizer().memory().values()) {
      write(memory, out);
    }
    if (handsOnGradients(checkpoint.settings())) {
      write(Objects.requireNonNull(checkpoint.gradients()), out);
    }
    Optimizer ofStates = checkpoint.stateOptimizer();
    if (ofStates != null) {
      out.put(ofStates.counters());
      for (Parameters memory : ofStates.memory().values()) {
        write(memory, out);
      }
    }
  }

  private static void write(Parameters parameters, SectionWriter out) throws IOException {
    for (int k = 0; k < parameters.count(); k++) {
      out.put(parameters.data(k));
    }
  }

  /**
   * @throws IllegalArgumentException if they are not what a checkpoint has
   */
  Checkpoint read(CheckpointEntry entry, List<int[]> orders, SectionReader in) throws IOException {
    RunSettings its = settings.apply(entry.settings());
    Shape shape = its.shape(vocabulary);
    double[] nextStates = in.doubles(its.batch().size() * shape.stateSize());
    double lossPerCharacter = in.nextDouble();
    double gradientNorm = in.nextDouble();
    double[] counters = in.doubles(its.optimizer().counters());
    Parameters weights = readParameters(shape, in);
    List<Parameters> memory = new ArrayList<>();
    while (memory.size() < its.optimizer().remembered()) {
      memory.add(readParameters(shape, in));
    }
    Optimizer optimizer = its.optimizer().restore(memory, counters);
    Parameters gradients = handsOnGradients(its) ? readParameters(shape, in) : null;
    Optimizer ofStates = its.hiddenState().isLearned() ? readOfStates(its, shape, in) : null;
    EpochOrder.State order =
        new EpochOrder.State(
            SharedInstances.at(orders, entry.order(), "order"),
            entry.generator(),
            entry.place(),
            entry.epoch());
    return new Checkpoint(
        entry.updates(),
        its,
        weights,
        optimizer,
        gradients,
        nextStates,
        ofStates,
        order,
        lossPerCharacter,
        gradientNorm);
  }

  private static Optimizer readOfStates(RunSettings its, Shape shape, SectionReader in)
      throws IOException {
    double[] counters = in.doubles(its.optimizer().counters());
    List<Parameters> memory = new ArrayList<>();
    while (memory.size() < its.optimizer().remembered()) {
      memory.add(read(Parameters.initialStates(shape), in));
    }
    return its.optimizer().restore(memory, counters);
  }

  private static Parameters readParameters(Shape shape, SectionReader in) throws IOException {
    return read(Parameters.zeros(shape), in);
  }

  private static Parameters read(Parameters parameters, SectionReader in) throws IOException {
    for (int k = 0; k < parameters.count(); k++) {
      in.read(parameters.data(k));
    }
    return parameters;
  }
}
