package dev.backstep.cli;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Net;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The faults as they are called in commands; the help of each lists them. */
final class FaultIds implements Iterable<String> {
  static final String DESCRIPTION =
      "Makes the backward pass with this fault: none (the default) or one of"
          + " ${COMPLETION-CANDIDATES}.";

  /** Of fewer letters anything would be a part. */
  private static final int A_PART = 3;

  private static List<String> all() {
    return FaultCatalogue.all().filter(fault -> !fault.isNone()).map(Fault::id).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  /**
   * The fault that is called so.
   *
   * @param option that it was given with
   * @throws IllegalArgumentException with the nearest if there is none
   */
  static Fault require(String option, String typed) {
    return FaultCatalogue.named(typed.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s is “%s”; it must be none or one of the %d faults that --help lists.%s",
                        option,
                        typed,
                        all().size(),
                        Nearest.question(near(typed)))));
  }

  /**
   * Requires that a fault is one of a net.
   *
   * @throws IllegalArgumentException if it is not
   */
  static void requireOf(Net net, Fault fault) {
    if (!fault.isOf(net)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the net is %s; the fault %s is one of another cell", net, fault.id()));
    }
  }

  /** Those that differ little, or else those that it is a part of. */
  private static List<String> near(String typed) {
    List<String> near = Nearest.within(Math.max(2, typed.length() / 4), typed, all());
    String part = typed.strip().toLowerCase(Locale.ROOT);
    return near.isEmpty() && part.length() >= A_PART ? containing(part).toList() : near;
  }

  private static Stream<String> containing(String part) {
    return all().stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(part));
  }
}
