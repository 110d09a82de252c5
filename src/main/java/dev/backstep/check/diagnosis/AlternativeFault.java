package dev.backstep.check.diagnosis;

import dev.backstep.fault.Fault;

/** A fault that would give the same numbers here, and what would show it. */
public record AlternativeFault(Fault fault, NeededData needed) {}
