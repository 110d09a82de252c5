package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The faults of a net.
 *
 * @param ofRuns those that a run of it can be made with, group by group; none of them is {@link
 *     Fault#NONE}. What is wrong in one cell can be right in another: the derivative of the sigmoid
 * @param listed those of them to choose among: without what is a mistake in the derivative of a
 *     function that the net has not, as that h is not squared
 * @param tried those that a check tries on the numbers of other people's code: those of runs first,
 *     and then what no run is made with, because it only happens in other code or to other inputs
 */
public record FaultCatalogue(List<Fault> ofRuns, List<Fault> listed, List<Fault> tried) {
  private static final Map<Net, FaultCatalogue> ALL = new ConcurrentHashMap<>();

  /** None and all those that a run of any net can be made with. */
  public static Stream<Fault> all() {
    return Stream.of(
            List.of(Fault.NONE),
            Fault.OF_PLAIN_CELLS,
            FunctionFaults.ALL,
            LstmFaults.ALL,
            GruFaults.ALL,
            GruResetBeforeFaults.ALL)
        .flatMap(List::stream);
  }

  /** The fault with an id, of whatever net a run can be made of. */
  public static Optional<Fault> named(String id) {
    return all().filter(fault -> fault.id().equals(id)).findFirst();
  }

  /** The fault of a net with an id, none among them, and those that only a check tries. */
  public static Optional<Fault> named(String id, Net net) {
    return Stream.concat(all().filter(fault -> fault.isOf(net)), of(net).tried().stream())
        .filter(fault -> fault.id().equals(id))
        .findFirst();
  }

  /** Those of a net, always the same. */
  public static FaultCatalogue of(Net net) {
    return ALL.computeIfAbsent(net, FaultCatalogue::made);
  }

  private static FaultCatalogue made(Net net) {
    List<Fault> ofRuns =
        all()
            .filter(fault -> !fault.isNone() && fault.isOf(net) && fault.in(net) == fault)
            .filter(fault -> !fault.isWritten() || !fault.changed(net).equals(net.rules()))
            .toList();
    List<Fault> listed = ofRuns.stream().filter(fault -> fault.hasFunctionsOf(net)).toList();
    return new FaultCatalogue(ofRuns, listed, tried(net, ofRuns));
  }

  /** Of those that come to the same equations the first. */
  private static List<Fault> tried(Net net, List<Fault> ofRuns) {
    Set<List<Rule>> changed = new HashSet<>();
    changed.add(net.rules());
    List<Fault> tried = new ArrayList<>();
    Stream.of(ofRuns, Fault.OF_PLAIN_CELLS, CodeFaults.ALL, GateFaults.ALL, WeightFaults.of(net))
        .flatMap(List::stream)
        .filter(fault -> fault.fits(net) && !tried.contains(fault))
        .filter(fault -> !fault.isWritten() || changed.add(fault.changed(net)))
        .forEach(tried::add);
    return List.copyOf(tried);
  }
}
