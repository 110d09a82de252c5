package dev.backstep.check.printed;

/**
 * The shape of something that was printed, where it is another than the right one.
 *
 * @param label of what it is the shape: {@code dx}, {@code dx[1][2]}
 */
public record PrintedShape(String label, String yours, String right) {}
