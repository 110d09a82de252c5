package dev.backstep.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A recurrent cell: what it computes of an input and the states of the cell before, and how the
 * gradients of its states go back to those.
 *
 * <p>Every cell has a hidden state h (H) and its gradient dh, the sum of what comes from the output
 * of this timestep and of what the cell after hands back.
 */
public interface Cell {
  Vector H = Vector.forward("h", "H", Scale.SIGNED, "h");
  Vector DH_FROM_LATER =
      Vector.gradient("dh_from_later", "\\mathrm{d}h_{\\mathrm{later}}").writtenAs("dh_later");
  Vector DH = Vector.gradient("dh", "\\mathrm{d}h");
  Vector DH_PREV = Vector.gradient("dh_prev", "\\mathrm{d}h_{\\mathrm{prev}}");

  /** The name in settings and files: {@code vanilla}. */
  String id();

  List<Weight> weights();

  /** The bias whose start value is a setting; a cell without gates has none. */
  default Optional<GateBias> gateBias() {
    return Optional.empty();
  }

  /** What a cell hands to the next, h first; each is (H). */
  List<Vector> states();

  /** Which of its vectors are gates; none of a cell without gates. */
  default Gating gating() {
    return Gating.NONE;
  }

  /** From x and the states before to the states of this cell, in order. */
  List<Equation> forward(Expr x);

  /**
   * From the gradients of the states to those of the pre-activations, in order.
   *
   * @param fromOutput the part of dh that comes from the output of this timestep
   */
  List<Rule> backward(Equation fromOutput);

  /** What is added to the gradients of the weights. */
  List<Gradient> gradients(Expr x);

  /** What is handed to the cell before, in the order of the states. */
  List<Equation> handedBack();

  /** {@code dh = e·W3 + dh_later}. */
  static Rule total(Equation fromOutput) {
    return new Rule.OfVector(
        List.of(fromOutput, DH_FROM_LATER.is(DH_PREV.after())),
        DH.is(fromOutput.left().plus(DH_FROM_LATER)));
  }

  /**
   * What is told apart in a cell with gates.
   *
   * @param families vectors of one kind, the gates first
   * @param between vectors on the way from one to another, which a picture leaves out until they
   *     are asked for
   * @param keeping the gate that says how much of the state before is kept; open at 1
   */
  record Gating(List<Family> families, List<Vector> between, Optional<Vector> keeping) {
    /** That of a cell without gates. */
    static final Gating NONE = new Gating(List.of(), List.of(), Optional.empty());

    public Gating {
      families = List.copyOf(families);
      between = List.copyOf(between);
    }

    /** The family that a vector is one of. */
    public Optional<Family> familyOf(Vector vector) {
      return families.stream().filter(family -> family.vectors().contains(vector)).findFirst();
    }

    /** Whether a vector is there for the gates, and is no state, output, or gradient of one. */
    boolean has(Vector vector) {
      return Stream.concat(families.stream().flatMap(f -> f.vectors().stream()), between.stream())
          .anyMatch(vector::equals);
    }
  }

  /**
   * Vectors of one kind, which a screen shows one at a time: the gates of a cell, the gradients of
   * their pre-activations.
   *
   * @param id in texts and in what is kept: {@code gates}
   */
  record Family(String id, List<Member> members) {
    /** One of them, with the letter that tells it from the others. */
    public record Member(String letter, Vector vector) {}

    public Family {
      members = List.copyOf(members);
    }

    /** Vectors with the letters of a word, in its order. */
    static Family of(String id, String letters, Vector... vectors) {
      return new Family(
          id,
          IntStream.range(0, vectors.length)
              .mapToObj(i -> new Member(letters.substring(i, i + 1), vectors[i]))
              .toList());
    }

    public List<Vector> vectors() {
      return members.stream().map(Member::vector).toList();
    }
  }
}
