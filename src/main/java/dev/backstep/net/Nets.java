package dev.backstep.net;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nets that there are. A weight of one name is the same weight in each of them. */
public final class Nets {
  /** The vanilla net first. */
  public static final List<Net> ALL =
      List.of(Vanilla.NET, Relu.NET, Sigmoid.NET, Gru.NET, GruResetBefore.NET, Lstm.NET);

  /** What the nets are called beside their own names. */
  private static final Map<String, Net> OTHER_NAMES = Map.of("rnn", Vanilla.NET);

  private static final Set<String> BIASES =
      weights().filter(Weight::isBias).map(Weight::name).collect(Collectors.toSet());

  private static final List<Cell> CELLS =
      Stream.concat(ALL.stream().map(Net::cell), Stream.of(PlainCell.IDENTITY)).toList();

  private static final Map<List<Object>, Net> COMBINED = new ConcurrentHashMap<>();

  private Nets() {}

  /** The cells that there are, those of {@link #ALL} first. */
  public static List<Cell> cells() {
    return CELLS;
  }

  /**
   * The net of three parts, always the same one: that of {@link #ALL} where it is one of them.
   *
   * @param isWeighted whether the loss of a timestep has a weight, as where some do not count
   */
  public static Net of(Input input, Cell cell, Head head, boolean isWeighted) {
    return COMBINED.computeIfAbsent(
        List.of(input, cell, head, isWeighted), parts -> combined(input, cell, head, isWeighted));
  }

  private static Net combined(Input input, Cell cell, Head head, boolean isWeighted) {
    return ALL.stream()
        .filter(net -> !isWeighted)
        .filter(net -> net.input().equals(input) && net.head().equals(head))
        .filter(net -> net.cell().equals(cell))
        .findFirst()
        .orElseGet(() -> Net.of(input, cell, isWeighted ? head.weighted() : head));
  }

  /** Whether that is the name of a bias. */
  public static boolean isBias(String name) {
    return BIASES.contains(name);
  }

  /** The net of a name, in whatever case it is written; {@code rnn} is the vanilla one as well. */
  public static Optional<Net> of(String name) {
    String id = name.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(net -> net.id().equals(id))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHER_NAMES.get(id)));
  }

  /** Every vector of any of them, once. */
  public static List<Vector> vectors() {
    return ALL.stream().flatMap(net -> net.vectors().stream()).distinct().toList();
  }

  /** Every weight of any of them and of any input, once. */
  static Stream<Weight> weights() {
    return Stream.concat(ALL.stream().flatMap(net -> net.weights().stream()), Stream.of(Input.E))
        .distinct();
  }

  /** The weight of a name. */
  static Weight weight(String name) {
    return weights()
        .filter(weight -> weight.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter is called '" + name + "'"));
  }
}
