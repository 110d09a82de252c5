package dev.backstep.ui.parts;

import dev.backstep.words.MarkedLine;
import java.util.List;
import javafx.scene.text.Text;

/** The pieces of code as texts, those that differ marked. */
public final class CodePieces {
  private CodePieces() {}

  /** For the box of a line. */
  public static List<Text> of(MarkedLine line) {
    return line.pieces().stream().map(CodePieces::text).toList();
  }

  private static Text text(MarkedLine.Piece piece) {
    Text text = new Text(piece.shown());
    text.getStyleClass().add("piece");
    if (piece.isDiffering()) {
      text.getStyleClass().add("differing");
    }
    return text;
  }
}
