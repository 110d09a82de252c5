package dev.backstep.model;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The equations of a phase: those that have to go cell by cell, because a vector is computed of
 * itself in another cell, those that can be done for the whole sequence before them, and after.
 * Each list is in an order in which everything is there when it is read.
 */
final class Recurrence {
  /** Found once for each net, which is computed by again and again while faults are tried. */
  private static final Map<Net, Map<List<Object>, Order>> ORDERS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The equations before, in and after the recurrence. */
  record Order(List<Equation> before, List<Equation> equations, List<Equation> after) {}

  private final Net net;
  private final Phase phase;
  private final List<Equation> all;
  private final List<Vector> onCircle;
  private final Map<Vector, List<Vector>> read = new HashMap<>();
  private final Map<Vector, Set<Vector>> reached = new HashMap<>();
  private final List<Equation> equations = new ArrayList<>();
  private final List<Equation> before = new ArrayList<>();
  private final List<Equation> after = new ArrayList<>();

  /**
   * The order of a phase.
   *
   * @param right the net as it should be, whose needs say which vectors are computed
   */
  static Order of(Net net, Phase phase, Net right) {
    return ORDERS
        .computeIfAbsent(net, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            net == right ? List.of(phase) : List.of(phase, right),
            key -> new Recurrence(net, phase, right::isNeeded).order());
  }

  private Order order() {
    return new Order(before(), equations(), after());
  }

  /**
   * @param isComputed which vectors are computed
   */
  private Recurrence(Net net, Phase phase, Predicate<Vector> isComputed) {
    this.net = net;
    this.phase = phase;
    all =
        net.equations().stream()
            .filter(equation -> equation.left().phase() == phase)
            .filter(equation -> isComputed.test(equation.left()))
            .toList();
    onCircle = all.stream().map(Equation::left).filter(vector -> reaches(vector, vector)).toList();
    for (Equation equation : all) {
      if (isRecurrent(equation.left())) {
        equations.add(equation);
      } else {
        (waits(equation.left()) ? after : before).add(equation);
      }
    }
  }

  /** Those of the recurrence, for one cell. */
  private List<Equation> equations() {
    return ordered(equations, of -> of.shift() == 0);
  }

  /** Those before it. */
  private List<Equation> before() {
    return ordered(before, of -> true);
  }

  /** Those after it. */
  private List<Equation> after() {
    return ordered(after, of -> true);
  }

  /** On a circle through other cells, or between two of them. */
  private boolean isRecurrent(Vector vector) {
    return onCircle.contains(vector) || (waits(vector) && isWaitedFor(vector));
  }

  /** Whether a vector is computed of what the recurrence computes. */
  private boolean waits(Vector vector) {
    return onCircle.stream().anyMatch(other -> reaches(vector, other));
  }

  private boolean isWaitedFor(Vector vector) {
    return onCircle.stream().anyMatch(other -> reaches(other, vector));
  }

  /** Whether a vector is computed, by however many equations of the phase, of another. */
  private boolean reaches(Vector from, Vector to) {
    return reached.computeIfAbsent(from, this::reached).contains(to);
  }

  private Set<Vector> reached(Vector from) {
    Set<Vector> found = new HashSet<>();
    Deque<Vector> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Vector next = open.pop();
      if (next.phase() == phase) {
        read.computeIfAbsent(next, this::read).stream().filter(found::add).forEach(open::push);
      }
    }
    return found;
  }

  private List<Vector> read(Vector by) {
    return net.given().contains(by)
        ? List.of()
        : net.equation(by).right().reads().map(Expr.Of::vector).toList();
  }

  /** Each after those that it reads; in the order of the net where that leaves a choice. */
  private static List<Equation> ordered(List<Equation> equations, Predicate<Expr.Of> counts) {
    List<Equation> left = new ArrayList<>(equations);
    List<Equation> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Equation next =
          left.stream()
              .filter(equation -> !readsAny(equation, left, counts))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("a circle within a cell: " + left));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean readsAny(
      Equation equation, List<Equation> left, Predicate<Expr.Of> counts) {
    return equation
        .right()
        .reads()
        .filter(counts)
        .anyMatch(of -> left.stream().anyMatch(other -> other.left().equals(of.vector())));
  }
}
