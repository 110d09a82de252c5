package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the things of a batch with padding are called in a file, and in which order of axes. */
final class BatchNaming {
  private final Meaning meaning;
  private final Notation notation;
  private final Source inputs;

  BatchNaming(Meaning meaning) {
    this.meaning = meaning;
    notation = meaning.notation();
    inputs = meaning.source("x").orElseThrow();
  }

  BatchNames names() {
    Optional<Source> steps = meaning.source("steps").filter(said -> said.axesInFile() <= 2);
    if (steps.isEmpty()) {
      return new BatchNames(
          "m",
          "m[:, t]",
          1,
          "m.size",
          "lengths",
          "np.sum(m)",
          lastColumn(),
          last("lengths"),
          read());
    }
    Source said = steps.get();
    if (said.axesInFile() == 1) {
      return ofLengths(said);
    }
    // A target of padding is no id: −1 or −100.
    String isThere = said.array().equals(target()) ? " >= 0" : "";
    String mask = bracketed(said.name() + isThere);
    int axis = isTimeFirst(said) ? 0 : 1;
    String lengths = "np.sum(" + mask + ", axis=" + axis + ")";
    return new BatchNames(
        mask,
        bracketed(said.name() + at(said, "t") + isThere),
        axis,
        said.array() + ".size",
        lengths,
        "np.sum(" + mask + ")",
        lastColumn(),
        last(lengths),
        read());
  }

  private BatchNames ofLengths(Source lengths) {
    String name = lengths.name();
    boolean isTimeFirst = isTimeFirst(inputs);
    String timesteps = isTimeFirst ? "np.arange(T)[:, None]" : "np.arange(T)";
    String ofEach = isTimeFirst ? name : name + "[:, None]";
    return new BatchNames(
        "(" + timesteps + own(ofEach) + ")",
        "(t" + own(name) + ")",
        isTimeFirst ? 0 : 1,
        "(B * T)",
        name,
        "np.sum(" + name + ")",
        lastColumn(),
        last(name),
        read());
  }

  /** Behind a timestep, whether it is one of a sequence of so many and no padding. */
  private String own(String length) {
    Source steps = meaning.source("steps").orElseThrow();
    boolean isLeft = IntStream.range(0, steps.shape()[0]).anyMatch(b -> value(steps, b, 0) == 0);
    return isLeft ? " >= T - " + length : " < " + length;
  }

  private static double value(Source source, int b, int t) {
    return source.values()[b * source.shape()[1] + t];
  }

  private String target() {
    return meaning.source("y").map(Source::array).orElse("");
  }

  private String lastColumn() {
    return state() + at(states(), atEnd("T"));
  }

  private String last(String lengths) {
    return state() + at(states(), atEnd(lengths), "np.arange(B)");
  }

  private Optional<Source> states() {
    return meaning.source(Cell.H.name());
  }

  private String state() {
    return states().map(Source::array).orElseGet(() -> notation.name(Cell.H));
  }

  /** Where the state before the first timestep stands in the same array, it is one row further. */
  private String atEnd(String count) {
    boolean hasFirst =
        states().filter(states -> first(states, axisOfTime(states)) == 1).isPresent();
    return hasFirst ? count : count + " - 1";
  }

  /** Where the first timestep stands. */
  private static int first(Source source, int axisOfTime) {
    String[] index =
        source
            .place()
            .index(new int[source.shape().length])
            .replaceAll("[^\\d,]", "")
            .split(",", -1);
    return axisOfTime < index.length ? Integer.parseInt(index[axisOfTime]) : 0;
  }

  private String read() {
    return inputs.name() + at(inputs, "t");
  }

  private static String at(Source source, String t) {
    return at(Optional.of(source), t);
  }

  private static String at(Optional<Source> source, String t) {
    return at(source, t, ":");
  }

  /** The index of a timestep of all sequences. */
  private static String at(Optional<Source> source, String t, String sequences) {
    int time = source.map(BatchNaming::axisOfTime).orElse(1);
    int batch = source.map(BatchNaming::axisOfBatch).orElse(0);
    int count = Math.max(time, batch) + 1;
    List<String> index = new ArrayList<>(Collections.nCopies(count, ":"));
    index.set(time, t);
    index.set(batch, sequences);
    while (index.get(index.size() - 1).equals(":")) {
      index.remove(index.size() - 1);
    }
    return "[" + String.join(", ", index) + "]";
  }

  private static int axisOfTime(Source source) {
    return source.axisInFile(1).orElseGet(() -> isFirst(source.axisInFile(0)) ? 1 : 0);
  }

  private static int axisOfBatch(Source source) {
    return source.axisInFile(0).orElseGet(() -> isFirst(source.axisInFile(1)) ? 1 : 0);
  }

  private static boolean isFirst(OptionalInt axis) {
    return axis.isPresent() && axis.getAsInt() == 0;
  }

  private static boolean isTimeFirst(Source source) {
    return axisOfTime(source) < axisOfBatch(source);
  }

  private static String bracketed(String expression) {
    boolean isSingle = !expression.replaceAll("\\[[^\\]]*\\]", "").contains(" ");
    return isSingle ? expression : "(" + expression + ")";
  }
}
