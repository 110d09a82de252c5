package dev.backstep.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Code, and what of it other code has otherwise: line by line and term by term where both have
 * equally many, so that what differs in several places is marked in each of them.
 */
public record MarkedLine(List<Piece> pieces) {
  /** Stands where a term is missing; no-break spaces, so that an underline shows below them. */
  private static final String GAP = "\u00A0\u00A0\u00A0";

  private static final Pattern JOINTS = Pattern.compile(" [-+] |\n");

  /**
   * A piece of the code.
   *
   * @param words empty where the other has a term or a factor more: what stands here is right, and
   *     something is missing
   */
  public record Piece(String words, boolean isDiffering) {
    /** What is shown: the piece itself, or a gap where something is missing. */
    public String shown() {
      return isDiffering && words.isBlank() ? GAP : words;
    }
  }

  public MarkedLine {
    pieces = List.copyOf(pieces);
  }

  /** Compares code with other code, word by word. */
  public static MarkedLine of(String code, String other) {
    List<String> ours = parts(code);
    List<String> theirs = parts(other);
    if (!joints(ours).equals(joints(theirs))) {
      return new MarkedLine(DifferingWords.between(code, other).pieces());
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      boolean isSame = ours.get(i).equals(theirs.get(i));
      pieces.addAll(
          isSame
              ? List.of(new Piece(ours.get(i), false))
              : DifferingWords.between(ours.get(i), theirs.get(i)).pieces());
    }
    return new MarkedLine(pieces);
  }

  /** Terms of lines, and between them what joins them. */
  private static List<String> parts(String code) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher joint = JOINTS.matcher(code);
    while (joint.find()) {
      if (Brackets.areClosed(code.substring(0, joint.start()))) {
        parts.add(code.substring(from, joint.start()));
        parts.add(joint.group());
        from = joint.end();
      }
    }
    parts.add(code.substring(from));
    return parts;
  }

  private static List<String> joints(List<String> parts) {
    return parts.stream().filter(part -> JOINTS.matcher(part).matches()).toList();
  }

  /** The code itself. */
  public String text() {
    return pieces.stream().map(Piece::words).collect(Collectors.joining());
  }
}
