package dev.backstep.ui.mycode;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.math.NdArray;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each array of a file was taken for, in words, and what else it could be. */
record CodeArrays(Texts texts, Submission submission, CodeReading reading) {
  private static final String AFTER = "_after";

  /** The arrays, those that were used first. */
  List<String> names() {
    Map<String, List<String>> taken = submission.naming().taken();
    return Stream.concat(
            reading.shapes().keySet().stream().filter(taken::containsKey),
            reading.shapes().keySet().stream().filter(name -> !taken.containsKey(name)))
        .toList();
  }

  /** Whether names told what is what, and nothing is said of them. */
  boolean isReadByKnownNames() {
    return reading.mapped().isEmpty()
        && !submission.naming().title().equals(Dialect.UNKNOWN.title());
  }

  String shape(String array) {
    return NdArray.text(shapeOf(array));
  }

  /** What an array was taken for. */
  String words(String array) {
    if (reading.isLeftOut(array)) {
      return texts.of("mycode.taken.left-out");
    }
    List<String> ours = submission.naming().taken().getOrDefault(array, List.of());
    if (ours.isEmpty()) {
      return texts.of(isOfCharacters(array) ? "mycode.taken.chars" : "mycode.taken.not-used");
    }
    Map<String, List<String>> kinds =
        ours.stream()
            .sorted(Comparator.comparingInt(this::order))
            .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
    return kinds.entrySet().stream()
        .map(
            each ->
                texts.of(
                    each.getKey(),
                    each.getValue().stream()
                        .map(this::said)
                        .distinct()
                        .collect(Collectors.joining(", "))))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** In the order of the net's weights. */
  private int order(String ours) {
    return net().names().indexOf(isGradient(ours) ? ours.substring(1) : ours);
  }

  private boolean isOfCharacters(String array) {
    return reading.kinds().get(array) == NdArray.Kind.CHARACTER
        && shapeOf(array).length == 1
        && shapeOf(array)[0] == submission.shape().vocabulary();
  }

  /** What one of our names is, in words. */
  String option(String ours) {
    return texts.of(key(ours), said(ours));
  }

  private String said(String ours) {
    return switch (key(ours)) {
      case "mycode.taken.gradient" -> ours.substring(1);
      case "mycode.taken.after" -> ours.replace(AFTER, "");
      case "mycode.taken.initial" -> ours.substring(0, ours.length() - 1);
      case "mycode.taken.given" -> ours.replace("upstream_d", "");
      default -> ours;
    };
  }

  private String key(String ours) {
    if (ours.endsWith(AFTER)) {
      return "mycode.taken.after";
    }
    if (ours.startsWith("upstream_d")) {
      return "mycode.taken.given";
    }
    boolean isState = net().states().stream().anyMatch(state -> ours.equals(state + "0"));
    if (isState) {
      return "mycode.taken.initial";
    }
    if (isGradient(ours)) {
      return "mycode.taken.gradient";
    }
    String base = ours.replaceFirst("_.*", "");
    return switch (isWeight(ours) ? base : ours) {
      case "W1" -> "mycode.taken.W1";
      case "W2" -> "mycode.taken.W2";
      case "W3" -> "mycode.taken.W3";
      case "E" -> "mycode.taken.E";
      case "bh", "b" -> "mycode.taken.bh";
      case "bo" -> "mycode.taken.bo";
      case "x" -> "mycode.taken.x";
      case "y" -> "mycode.taken.y";
      case "steps" -> "mycode.taken.steps";
      case "loss_mask" -> "mycode.taken.loss_mask";
      case "loss" -> "mycode.taken.loss";
      case "lr" -> "mycode.taken.lr";
      case "chars" -> "mycode.taken.chars";
      default -> "mycode.taken.rows";
    };
  }

  private boolean isGradient(String ours) {
    return SuppliedTotal.all(net()).anyMatch(ours::equals)
        || (ours.startsWith("d") && isWeight(ours.substring(1)));
  }

  private boolean isWeight(String name) {
    return name.equals(Input.E.name())
        || Nets.ALL.stream().anyMatch(each -> each.names().contains(name))
        || List.of("W1", "W2", "b").contains(name);
  }

  private int[] shapeOf(String array) {
    return Objects.requireNonNull(reading.shapes().get(array), array);
  }

  private Net net() {
    return submission.batch().net();
  }

  /** What an array could be by its shape: weights, gradients, and what is read. */
  List<String> options(String array) {
    int[] shape = shapeOf(array);
    long wide = Arrays.stream(shape).filter(size -> size > 1).count();
    List<String> options = new ArrayList<>();
    List<String> weights = new ArrayList<>();
    if (wide == 2 && shape.length == 2) {
      weights.addAll(List.of("W1", "W2", "W3", "E"));
    } else if (wide <= 1 && shape.length > 0) {
      weights.addAll(List.of("bh", "bo"));
    }
    net().weights().stream()
        .filter(weight -> isOfSize(weight, shape))
        .map(Weight::name)
        .filter(name -> !weights.contains(name))
        .forEach(weights::add);
    options.addAll(weights);
    weights.forEach(weight -> options.add("d" + weight));
    options.addAll(ofSequence(shape));
    return options;
  }

  private boolean isOfSize(Weight weight, int[] shape) {
    int cols = submission.shape().size(weight.cols());
    int rows = weight.rows() == null ? 1 : submission.shape().size(weight.rows());
    return NdArray.count(shape) == (long) rows * cols
        && (weight.isBias() ? shape.length > 0 : shape.length == 2);
  }

  private List<String> ofSequence(int[] shape) {
    List<String> options = new ArrayList<>();
    if (shape.length == 0) {
      options.addAll(List.of("loss", "lr"));
      return options;
    }
    options.addAll(List.of("x", "y"));
    long states = (long) submission.batch().size() * submission.shape().hidden();
    if (NdArray.count(shape) == states) {
      net().states().forEach(state -> options.add(state + "0"));
      net().states().forEach(state -> options.add(SuppliedTotal.ofState(state)));
    }
    if (shape.length == 1) {
      options.add("loss");
    }
    return options;
  }

  /** The quantities of every timestep that an array could be by its shape. */
  List<String> rows(String array) {
    int[] shape = shapeOf(array);
    return net().vectors().stream()
        .filter(vector -> !net().given().contains(vector) || vector.name().startsWith("upstream"))
        .filter(vector -> isOfEveryTimestep(vector, shape))
        .map(Vector::name)
        .toList();
  }

  /** Whether there is a row of it for each timestep, padding and the state before the first too. */
  private boolean isOfEveryTimestep(Vector vector, int[] shape) {
    long width = submission.right().row(vector, 0).length;
    long count = NdArray.count(shape);
    long timesteps = count / width;
    int longest = new CodeColumns(submission).longest();
    int size = submission.batch().size();
    return shape.length > 1
        && count % width == 0
        && (timesteps == submission.length()
            || (timesteps % size == 0
                && timesteps / size >= longest
                && Arrays.stream(shape).anyMatch(each -> each == width)));
  }
}
