package dev.backstep.model;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

  /** Those of the phase; below each goes by its place here. */
  private final List<Equation> all;

  /** What each reads of the others, in whichever cell; and in its own. */
  private final BitSet[] reads;

  private final BitSet[] readsInCell;

  /** What each is computed of, by however many of the others. */
  private final BitSet[] reached;

  private final BitSet onCircle = new BitSet();
  private final BitSet recurrent = new BitSet();
  private final BitSet before = new BitSet();
  private final BitSet after = new BitSet();

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
            key -> new Recurrence(net, phase, right).order());
  }

  private Order order() {
    return new Order(
        ordered(before, reads), ordered(recurrent, readsInCell), ordered(after, reads));
  }

  private Recurrence(Net net, Phase phase, Net right) {
    all = net.equations().stream().filter(equation -> equation.left().phase() == phase).toList();
    reads = sets();
    readsInCell = sets();
    read();
    reached = Stream.of(reads).map(set -> (BitSet) set.clone()).toArray(BitSet[]::new);
    close();
    BitSet computed = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      computed.set(i, right.isNeeded(all.get(i).left()));
      onCircle.set(i, computed.get(i) && reached[i].get(i));
    }
    computed.stream().forEach(i -> (isRecurrent(i) ? recurrent : waits(i) ? after : before).set(i));
  }

  private BitSet[] sets() {
    return Stream.generate(BitSet::new).limit(all.size()).toArray(BitSet[]::new);
  }

  private void read() {
    Map<Vector, Integer> places = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i).left(), i);
    }
    for (int i = 0; i < all.size(); i++) {
      for (Expr.Of of : (Iterable<Expr.Of>) all.get(i).right().reads()::iterator) {
        Integer place = places.get(of.vector());
        if (place != null) {
          reads[i].set(place);
          readsInCell[i].set(place, readsInCell[i].get(place) || of.shift() == 0);
        }
      }
    }
  }

  /** What is read by something that is read is reached as well. */
  private void close() {
    for (int by = 0; by < reached.length; by++) {
      for (BitSet each : reached) {
        if (each.get(by)) {
          each.or(reached[by]);
        }
      }
    }
  }

  /** On a circle through other cells, or between two of them. */
  private boolean isRecurrent(int place) {
    return onCircle.get(place)
        || (waits(place) && onCircle.stream().anyMatch(other -> reached[other].get(place)));
  }

  /** Whether a vector is computed of what the recurrence computes. */
  private boolean waits(int place) {
    return reached[place].intersects(onCircle);
  }

  /** Each after those that it reads; in the order of the net where that leaves a choice. */
  private List<Equation> ordered(BitSet equations, BitSet[] reads) {
    BitSet left = (BitSet) equations.clone();
    List<Equation> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      int next =
          left.stream()
              .filter(place -> !reads[place].intersects(left))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("a circle within a cell: " + left(left)));
      left.clear(next);
      ordered.add(all.get(next));
    }
    return ordered;
  }

  private List<Equation> left(BitSet places) {
    return places.stream().mapToObj(all::get).toList();
  }
}
