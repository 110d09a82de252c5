package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.submission.Naming;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that the arrays of a file have there, by what they mean. */
record MeaningNaming(Meaning meaning, Net net) implements Naming {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");

  @Override
  public String title() {
    return meaning.title();
  }

  @Override
  public boolean isKnown() {
    return !title().equals(dev.backstep.check.meaning.weights.Dialect.UNKNOWN.title());
  }

  @Override
  public Notation notation() {
    return meaning.notation();
  }

  @Override
  public BatchNames ofBatch() {
    return new BatchNaming(meaning).names();
  }

  @Override
  public String name(Vector vector) {
    return named(vector.name());
  }

  @Override
  public String name(Weight weight) {
    return named(weight.name());
  }

  @Override
  public String gradient(Weight weight) {
    return named(SuppliedTotal.ofWeight(weight));
  }

  @Override
  public String initial(Vector state) {
    return named(state + "0");
  }

  @Override
  public Map<String, List<String>> taken() {
    Map<String, List<String>> taken = new TreeMap<>();
    new TreeMap<>(meaning.arrays())
        .forEach(
            (ours, sources) ->
                sources.stream()
                    .flatMap(MeaningNaming::arrays)
                    .distinct()
                    .forEach(
                        array ->
                            taken.computeIfAbsent(array, each -> new ArrayList<>()).add(ours)));
    return taken;
  }

  /** Where several arrays are summed, or stand side by side, each is in the name. */
  private static Stream<String> arrays(Source source) {
    return Stream.concat(
        Stream.of(source.array()), NAME.matcher(source.name()).results().map(MatchResult::group));
  }

  private String named(String name) {
    return meaning.source(name).map(Source::name).orElse(name);
  }

  @Override
  public String index(SuppliedTotal total, Shape shape, int entry) {
    List<Source> sources = meaning.sources(total.gradient());
    return sources.stream()
        .filter(
            source ->
                source.name().equals(total.name()) || ("-" + source.name()).equals(total.name()))
        .findFirst()
        .map(source -> source.place().index(unravelled(entry, source.shape())))
        .orElse("[" + entry + "]");
  }

  /** The index of an entry for each axis of a shape. */
  static int[] unravelled(int entry, int[] shape) {
    int[] index = new int[shape.length];
    int rest = entry;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }
}
