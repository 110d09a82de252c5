package dev.backstep.check;

import dev.backstep.fault.Fault;

/** A fault that would give the same numbers here, and what would show it. */
public record Apart(Fault fault, Remedy remedy) {}
