package dev.backstep.ui.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence with words in it that are letters of a sequence and stand out.
 *
 * @param pieces what it is made of, in order
 */
public record MarkedSentence(List<Piece> pieces) {
  /** The marks around what stands out; no letter of a sequence, for they are taken out of those. */
  private static final char BEGIN = '\ue000';

  private static final char END = '\ue001';

  /** What a piece is. */
  public enum Kind {
    /** When it happens: what stands before the first colon. */
    WHEN,
    WORDS,
    LETTERS
  }

  /** A part of a sentence that is written in one way. */
  public record Piece(Kind kind, String text) {}

  public MarkedSentence {
    pieces = List.copyOf(pieces);
  }

  /** Letters, so marked that they stand out in the sentence that they are filled into. */
  static String letters(String letters) {
    return BEGIN + letters.replace(BEGIN, '\ufffd').replace(END, '\ufffd') + END;
  }

  /** A sentence of the bundle, filled in. */
  static MarkedSentence of(String filled) {
    List<Piece> pieces = new ArrayList<>();
    int colon = filled.indexOf(':') + 1;
    int begin = filled.indexOf(BEGIN);
    boolean hasWhen = colon > 0 && (begin < 0 || colon < begin);
    int from = hasWhen ? colon : 0;
    add(pieces, Kind.WHEN, filled.substring(0, from));
    while (begin >= 0) {
      int end = filled.indexOf(END, begin);
      add(pieces, Kind.WORDS, filled.substring(from, begin));
      add(pieces, Kind.LETTERS, filled.substring(begin + 1, end));
      from = end + 1;
      begin = filled.indexOf(BEGIN, from);
    }
    add(pieces, Kind.WORDS, filled.substring(from));
    return new MarkedSentence(pieces);
  }

  private static void add(List<Piece> pieces, Kind kind, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  /** As it is read aloud or copied: letters in quotes. */
  public String plain() {
    return pieces.stream()
        .map(piece -> piece.kind() == Kind.LETTERS ? "“" + piece.text() + "”" : piece.text())
        .collect(Collectors.joining());
  }
}
