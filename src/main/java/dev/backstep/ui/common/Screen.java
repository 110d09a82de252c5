package dev.backstep.ui.common;

/**
 * The name of a screen, which the room of the screen gives it.
 *
 * @param name by which sessions keep that it was shown
 */
public record Screen(String name) {}
