package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.GradientNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Networks of which no single cell can be told by the names of a library: of several layers. */
final class OtherNetworks {
  private static final Pattern NEXT_LAYER =
      Pattern.compile("(.*[._/])?(weight|bias)_[ih]h_l[1-9]\\d*");
  private static final Pattern BACKWARDS = Pattern.compile(".*_l\\d+_reverse");
  private static final Pattern OF_KERAS = Pattern.compile("(.*[/_])?recurrent_kernel(:\\d+)?");

  private OtherNetworks() {}

  /** A sentence about it, if the names are those of one. */
  static Optional<String> sentence(Collection<String> names) {
    Optional<String> reverse = first(names, BACKWARDS);
    if (reverse.isPresent()) {
      return said("reads in both directions (%s); only one direction", reverse.get());
    }
    Optional<String> next = first(names, NEXT_LAYER);
    if (next.isPresent()) {
      return said("has more than one recurrent layer (%s); only one", next.get());
    }
    List<String> kernels =
        names.stream()
            .filter(OF_KERAS.asMatchPredicate())
            .filter(name -> new GradientNames(List.copyOf(names)).weight(name).isEmpty())
            .toList();
    return kernels.size() < 2
        ? Optional.empty()
        : said("has more than one recurrent layer (%s); only one", String.join(", ", kernels));
  }

  private static Optional<String> first(Collection<String> names, Pattern pattern) {
    return names.stream().filter(pattern.asMatchPredicate()).findFirst();
  }

  private static Optional<String> said(String what, String name) {
    return Optional.of(
        String.format(
            Locale.ROOT,
            "it cannot be judged, because the network " + what + " can be checked",
            name));
  }
}
