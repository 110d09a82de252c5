package dev.backstep.net;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cell computes at one go, and what is written together: a vector with its parts, or the
 * shares of the weight gradients that follow from one vector.
 */
public sealed interface Rule {
  /** The update of the weights, after the last cell. */
  Rule UPDATE = new OfUpdate();

  /** What a rule of a cell with gates is about; a cell without gates needs no groups. */
  enum Group {
    GATES,
    STATE,
    OUTPUT,
    WEIGHTS
  }

  /** The name in files and tests: {@code dh}, {@code dw_hidden}. */
  String id();

  Phase phase();

  /** What it is about: the vectors that it computes, or that its products are made of. */
  Set<Vector> vectors();

  /**
   * A vector.
   *
   * @param parts vectors that it is added up from and that have no line of their own
   */
  record OfVector(List<Equation> parts, Equation equation) implements Rule {
    public OfVector {
      parts = List.copyOf(parts);
    }

    @Override
    public String id() {
      return equation.left().name();
    }

    @Override
    public Phase phase() {
      return equation.left().phase();
    }

    Rule with(Equation other) {
      return new OfVector(
          parts.stream().map(part -> of(part, other)).toList(), of(equation, other));
    }

    private static Equation of(Equation equation, Equation other) {
      return equation.left().equals(other.left()) ? other : equation;
    }

    /** The parts in order and then the vector itself. */
    public List<Equation> equations() {
      List<Equation> all = new ArrayList<>(parts);
      all.add(equation);
      return all;
    }

    @Override
    public Set<Vector> vectors() {
      return equations().stream().map(Equation::left).collect(Collectors.toSet());
    }
  }

  /** Shares of weight gradients. */
  record OfGradients(String id, List<Gradient> gradients) implements Rule {
    public OfGradients {
      gradients = List.copyOf(gradients);
    }

    Rule with(Gradient other) {
      return new OfGradients(
          id,
          gradients.stream()
              .map(gradient -> gradient.weight().equals(other.weight()) ? other : gradient)
              .toList());
    }

    @Override
    public Phase phase() {
      return Phase.BACKWARD;
    }

    @Override
    public Set<Vector> vectors() {
      Set<Vector> all = new LinkedHashSet<>();
      gradients.forEach(gradient -> gradient.reads().forEach(of -> all.add(of.vector())));
      return all;
    }
  }

  /** The loss of the output. */
  record OfLoss(Loss loss, Vector output) implements Rule {
    @Override
    public String id() {
      return "loss";
    }

    @Override
    public Phase phase() {
      return Phase.LOSS;
    }

    @Override
    public Set<Vector> vectors() {
      return Set.of(output);
    }
  }

  /** The update, which is the optimiser's and not the net's. */
  record OfUpdate() implements Rule {
    @Override
    public String id() {
      return "update";
    }

    @Override
    public Phase phase() {
      return Phase.UPDATE;
    }

    @Override
    public Set<Vector> vectors() {
      return Set.of();
    }
  }

  /** A vector without parts. */
  static Rule of(Equation equation) {
    return new OfVector(List.of(), equation);
  }
}
