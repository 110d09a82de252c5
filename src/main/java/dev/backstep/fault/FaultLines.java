package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Rule;
import dev.backstep.trace.FaultyLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The faulty lines of faults in a net, for a trace that goes by all of them at once. */
public record FaultLines(List<Fault> faults, Net net) implements FaultyLine {
  public FaultLines {
    faults = List.copyOf(faults);
  }

  /** The line of one fault; blank for none. */
  public static FaultLines of(Fault fault, Net net) {
    return new FaultLines(List.of(fault), net);
  }

  @Override
  public String in(Notation notation) {
    FaultTexts texts = FaultTexts.load();
    return faults.stream()
        .map(fault -> texts.faultyLine(fault, net, notation))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Optional<Swap> of(Rule equation, Notation notation) {
    FaultTexts texts = FaultTexts.load();
    return faults.stream()
        .flatMap(fault -> texts.swap(fault, net, equation, notation).stream())
        .findFirst();
  }
}
