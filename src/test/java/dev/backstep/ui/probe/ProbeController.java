package dev.backstep.ui.probe;

/** Shows one word. */
public final class ProbeController {}
