package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The faults of a net.
 *
 * @param ofRuns those that a run of it can be made with, group by group
 * @param listed those of them that are offered where one is chosen
 * @param tried those that a check of code tries: these runs', and what happens in code alone
 */
record Catalogue(List<Fault> ofRuns, List<Fault> listed, List<Fault> tried) {
  private static final Map<Net, Catalogue> ALL = new ConcurrentHashMap<>();

  /** That of a net, always the same. */
  static Catalogue of(Net net) {
    return ALL.computeIfAbsent(net, Catalogue::made);
  }

  private static Catalogue made(Net net) {
    List<Fault> ofRuns =
        Fault.all()
            .filter(fault -> !fault.isNone() && fault.isOf(net) && fault.in(net) == fault)
            .filter(fault -> !fault.isWritten() || !fault.changed(net).equals(net.rules()))
            .toList();
    List<Fault> listed = ofRuns.stream().filter(fault -> fault.hasFunctionsOf(net)).toList();
    return new Catalogue(ofRuns, listed, tried(net, ofRuns));
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
