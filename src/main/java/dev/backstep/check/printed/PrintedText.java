package dev.backstep.check.printed;

import java.util.List;

/**
 * The lines of a text that print numbers, and those that say nothing that is understood.
 *
 * @param leftOut as they stand there
 */
record PrintedText(List<PrintedLine> lines, List<String> leftOut) {
  PrintedText {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
  }
}
