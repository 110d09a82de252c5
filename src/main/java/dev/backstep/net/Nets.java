package dev.backstep.net;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private Nets() {}

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

  /** Every weight of any of them, once. */
  static Stream<Weight> weights() {
    return ALL.stream().flatMap(net -> net.weights().stream()).distinct();
  }

  /** The weight of a name. */
  static Weight weight(String name) {
    return weights()
        .filter(weight -> weight.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter is called '" + name + "'"));
  }
}
