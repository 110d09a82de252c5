package dev.backstep.ui.step;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Scale;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The scale on which each heatmap of the Step screen is coloured. */
public final class Scales {
  /** Which magnitude has the strongest colour. */
  public enum Limit {
    /** The largest of the heatmap itself. */
    OWN,
    /** The largest of each column, so that every timestep shows its pattern, whatever its size. */
    COLUMN,
    /** The largest of all heatmaps of the same kind of number. */
    SHARED,
    /** A chosen number: the same for every sequence and every update. */
    FIXED
  }

  /**
   * The scale of one heatmap.
   *
   * @param logarithmic symmetric-logarithmic instead of linear
   * @param fixed the limit if it is fixed, above 0
   */
  public record Choice(boolean logarithmic, Limit limit, double fixed) {
    /**
     * @throws IllegalArgumentException if the fixed limit is not a positive number
     */
    public Choice {
      if (!(fixed > 0 && fixed < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the limit is " + fixed + "; it must be above 0");
      }
    }

    /** As it is kept: {@code log-fixed-0.25}. */
    private String written() {
      String kind = logarithmic ? "log-" : "linear-";
      String size = limit == Limit.FIXED ? "-" + fixed : "";
      return kind + limit.name().toLowerCase(Locale.ROOT) + size;
    }

    /** What was kept; nothing if it cannot be read. */
    private static Optional<Choice> read(String written) {
      String[] parts = written.split("-", 3);
      try {
        Limit limit = Limit.valueOf(parts[1].toUpperCase(Locale.ROOT));
        double fixed = limit == Limit.FIXED ? Double.parseDouble(parts[2]) : 1;
        return Optional.of(new Choice(parts[0].equals("log"), limit, fixed));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        return Optional.empty();
      }
    }

    Choice withLogarithmic(boolean isLogarithmic) {
      return new Choice(isLogarithmic, limit, fixed);
    }

    /** The same with another limit that is not fixed. */
    public Choice withLimit(Limit newLimit) {
      return new Choice(logarithmic, newLimit, fixed);
    }

    /** The same with a limit that is fixed. */
    public Choice withFixed(double newLimit) {
      return new Choice(logarithmic, Limit.FIXED, newLimit);
    }
  }

  private final ReadOnlyBooleanWrapper logarithmic = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final Map<Vector, ObjectProperty<Choice>> choices = new LinkedHashMap<>();

  Scales() {
    for (Vector quantity : Nets.vectors()) {
      ObjectProperty<Choice> choice = new SimpleObjectProperty<>(usual(quantity));
      choice.addListener(observable -> kept.set(written()));
      choices.put(quantity, choice);
    }
  }

  /** The choices that are not the usual ones, {@code H=linear-shared;dh=linear-fixed-2.0}. */
  private String written() {
    return choices.entrySet().stream()
        .filter(each -> !each.getValue().get().equals(asUsual(each.getKey())))
        .map(each -> each.getKey().name() + "=" + each.getValue().get().written())
        .collect(Collectors.joining(";"));
  }

  private Choice asUsual(Vector quantity) {
    return usual(quantity).withLogarithmic(logarithmic.get() && quantity.isSigned());
  }

  /** All that was chosen in a line of text, to be kept. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Takes what was kept; what cannot be read, or is no scale of its quantity, is left out. */
  public void restore(String line) {
    for (String each : line.split(";", -1)) {
      String[] parts = each.split("=", 2);
      choices.keySet().stream()
          .filter(quantity -> parts.length == 2 && quantity.name().equals(parts[0]))
          .forEach(quantity -> restore(quantity, parts[1]));
    }
  }

  private void restore(Vector quantity, String written) {
    Choice.read(written)
        .filter(choice -> choice.equals(possible(quantity, choice)))
        .ifPresent(choiceProperty(quantity)::set);
  }

  /**
   * Gradients grow and shrink by powers of ten from cell to cell, and a limit for all cells would
   * leave most of them white: how large they are is shown beside them. A gate is open at 1,
   * whatever the others are.
   */
  private static Choice usual(Vector quantity) {
    if (quantity.scale() == Scale.GATE) {
      return new Choice(false, Limit.FIXED, 1);
    }
    return new Choice(false, quantity.phase() == Phase.BACKWARD ? Limit.COLUMN : Limit.OWN, 1);
  }

  /**
   * The limits of a quantity's colours for a trace, by timestep; null where all timesteps have one.
   */
  public @Nullable IntToDoubleFunction columnLimits(Trace trace, Vector quantity) {
    if (choiceProperty(quantity).get().limit() != Limit.COLUMN) {
      return null;
    }
    // Once, and not at each painting: of long sequences all columns are painted at each step.
    double[] limits = new double[trace.length()];
    Arrays.setAll(limits, t -> trace.limit(quantity, t));
    // Where a longer sequence is coming its own limits follow its numbers.
    return t -> t < limits.length ? limits[t] : 0;
  }

  /** The limit of a quantity's colours at one timestep of a trace, 0 or more. */
  public double limit(Trace trace, Vector quantity, int timestep) {
    return choiceProperty(quantity).get().limit() == Limit.COLUMN
        ? trace.limit(quantity, timestep)
        : limit(trace, quantity);
  }

  /** The limit of a quantity's colours for a trace, 0 or more; of no column is there a larger. */
  public double limit(Trace trace, Vector quantity) {
    Choice choice = choiceProperty(quantity).get();
    return switch (choice.limit()) {
      case OWN, COLUMN -> trace.limit(quantity);
      case SHARED -> sharedLimit(trace, quantity);
      case FIXED -> choice.fixed();
    };
  }

  private static double sharedLimit(Trace trace, Vector quantity) {
    return sharing(trace.net(), quantity).stream().mapToDouble(trace::limit).max().orElseThrow();
  }

  /** The largest weight of all matrices and biases, which one scale colours. */
  public static double ofWeights(Trace trace) {
    return trace.net().names().stream()
        .mapToDouble(name -> trace.weights(name).maxAbs())
        .max()
        .orElseThrow();
  }

  /** The quantities of a net that a shared limit is shared by; only itself forward. */
  public static Set<Vector> sharing(Net net, Vector quantity) {
    return quantity.phase() == Phase.FORWARD
        ? Set.of(quantity)
        : net.vectors().stream()
            .filter(
                other ->
                    other.phase() == Phase.BACKWARD
                        && other.isPerCharacter() == quantity.isPerCharacter())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Spreads the colours of every signed quantity logarithmically, or linearly. */
  public void setLogarithmic(boolean isLogarithmic) {
    logarithmic.set(isLogarithmic);
    choices.forEach(
        (quantity, choice) -> {
          if (quantity.isSigned()) {
            choice.set(choice.get().withLogarithmic(isLogarithmic));
          }
        });
  }

  /** Gives every heatmap the scale of one. Probabilities stay linear, and gates as they are. */
  public void useForAll(Choice chosen) {
    choices.forEach(
        (quantity, choice) -> {
          if (quantity.scale() != Scale.GATE) {
            choice.set(possible(quantity, chosen));
          }
        });
  }

  private static Choice possible(Vector quantity, Choice chosen) {
    boolean isAlone = chosen.limit() == Limit.SHARED && quantity.phase() == Phase.FORWARD;
    Choice possible = isAlone ? chosen.withLimit(Limit.OWN) : chosen;
    return possible.withLogarithmic(chosen.logarithmic() && quantity.isSigned());
  }

  /** Whether weights and their gradients are coloured logarithmically. */
  public ReadOnlyBooleanProperty logarithmicProperty() {
    return logarithmic.getReadOnlyProperty();
  }

  public ObjectProperty<Choice> choiceProperty(Vector quantity) {
    return Objects.requireNonNull(choices.get(quantity));
  }
}
