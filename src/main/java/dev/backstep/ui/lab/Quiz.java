package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.math.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Hidden faults to be named, one after the other. The seed decides which, so that a class that
 * types the same seed gets the same ones. Hints and wrong names cost points.
 */
public final class Quiz {
  /** The number of faults. */
  public static final int ROUNDS = 3;

  /** The points for a fault that is named at once. */
  public static final int FULL = 10;

  static final int WRONG_NAME = 2;

  /** The hints that can be asked for, in this order, each with its cost in points. */
  public enum Hint {
    GROUP(2),
    LOOK_FOR(3),
    RIGHT_LINE(3);

    private final int cost;

    Hint(int cost) {
      this.cost = cost;
    }

    public int cost() {
      return cost;
    }
  }

  /** One hidden fault, and how it was found. */
  public static final class Round {
    private final Fault fault;
    private final List<Hint> hints = new ArrayList<>();
    private final List<Fault> wrongNames = new ArrayList<>();
    private @Nullable Fault accepted;
    private boolean isGivenUp;

    Round(Fault fault) {
      this.fault = fault;
    }

    /** The hidden fault. */
    public Fault fault() {
      return fault;
    }

    /** The hints so far. */
    public List<Hint> hints() {
      return List.copyOf(hints);
    }

    /** The names that were tried and were not it. */
    public List<Fault> wrongNames() {
      return List.copyOf(wrongNames);
    }

    /**
     * The name that was taken for right; another than that of the fault where both are one here.
     */
    public @Nullable Fault accepted() {
      return accepted;
    }

    public boolean isOver() {
      return accepted != null || isGivenUp;
    }

    public boolean isGivenUp() {
      return isGivenUp;
    }

    /** Never less than 0, and 0 for a fault that was given up. */
    public int points() {
      int cost = hints.stream().mapToInt(Hint::cost).sum() + WRONG_NAME * wrongNames.size();
      return isGivenUp ? 0 : Math.max(0, FULL - cost);
    }
  }

  private final List<Round> rounds = new ArrayList<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private long seed;
  private int at;
  private boolean isAsking;

  /** Begins with some of the faults of a net, by a seed. */
  void start(long newSeed, List<Fault> faults) {
    seed = newSeed;
    at = 0;
    isAsking = true;
    rounds.clear();
    List<Fault> asked =
        faults.stream().filter(fault -> fault != Fault.CLIPPED_BEFORE_CHECK).toList();
    int[] order = IntStream.range(0, asked.size()).toArray();
    SeededRandom.forPurpose(seed, "quiz").shuffle(order);
    IntStream.range(0, ROUNDS).forEach(i -> rounds.add(new Round(asked.get(order[i]))));
    changed();
  }

  /** Leaves it for a while; {@link #resume} goes on with it. */
  void leave() {
    isAsking = false;
    changed();
  }

  /** Goes on with it where it was left, if there is one. */
  void resume() {
    isAsking = !rounds.isEmpty();
    changed();
  }

  /** Ends it; there is nothing to go on with. */
  void end() {
    isAsking = false;
    rounds.clear();
    changed();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /** Whether there is a hidden fault, found or not, and it is asked for now. */
  public boolean isRunning() {
    return isAsking && !isFinished();
  }

  /** Whether a fault is the one that is asked for, now or when it goes on. */
  boolean isAt(Round round) {
    return !rounds.isEmpty() && !isFinished() && round() == round;
  }

  /** Whether all were gone through, and the summary stands there. */
  public boolean isFinished() {
    return !rounds.isEmpty() && at == rounds.size();
  }

  /** The fault that is asked for now. */
  public Round round() {
    return rounds.get(at);
  }

  /** Its number, from 1. */
  public int number() {
    return at + 1;
  }

  /** The next hint, which costs its points; nothing once all are told. */
  public void hint() {
    int told = round().hints.size();
    if (!round().isOver() && told < Hint.values().length) {
      round().hints.add(Hint.values()[told]);
      changed();
    }
  }

  /** Names the fault; says whether that was it. */
  void name(Fault named, boolean isIt) {
    if (round().isOver() || round().wrongNames.contains(named)) {
      return;
    }
    if (isIt) {
      round().accepted = named;
    } else {
      round().wrongNames.add(named);
    }
    changed();
  }

  /** Shows the fault, for no points. */
  public void giveUp() {
    if (!round().isOver()) {
      round().isGivenUp = true;
      changed();
    }
  }

  /** On to the next fault, or to the summary. */
  void next() {
    if (isRunning() && round().isOver()) {
      at++;
      changed();
    }
  }

  public List<Round> rounds() {
    return List.copyOf(rounds);
  }

  public int points() {
    return rounds.stream().filter(Round::isOver).mapToInt(Round::points).sum();
  }

  public long seed() {
    return seed;
  }

  /** Goes up by one with every change. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
