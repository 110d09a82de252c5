package dev.backstep.ui.inspector;

import dev.backstep.trace.WrongLine;
import dev.backstep.words.MarkedLine;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under an equation the line that was written in its place, with what of it is wrong. */
final class WrongTerm extends TextFlow {
  WrongTerm(WrongLine.Swap swap) {
    getStyleClass().addAll("wrong-term", "code-box-line");
    MarkedLine line = MarkedLine.of(swap.wrong(), swap.right());
    Text differing = piece(line.marked());
    differing.getStyleClass().add("differing");
    getChildren()
        .addAll(new FontIcon("fth-x"), piece(" " + line.before()), differing, piece(line.after()));
  }

  private static Text piece(String words) {
    Text piece = new Text(words);
    piece.getStyleClass().add("piece");
    return piece;
  }
}
