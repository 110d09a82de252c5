package dev.backstep.ui.view;

import dev.backstep.trace.WrongLine;
import dev.backstep.ui.viewmodel.MarkedLine;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under an equation the line that was written in its place, with what of it is wrong. */
final class WrongTerm extends HBox {
  WrongTerm(WrongLine.Swap swap) {
    getStyleClass().add("wrong-term");
    MarkedLine line = MarkedLine.of(swap.wrong(), swap.right());
    TextFlow flow =
        new TextFlow(piece(line.before()), piece(line.differing()), piece(line.after()));
    flow.getChildren().get(1).getStyleClass().add("differing");
    flow.getStyleClass().add("lab-code-line");
    flow.setMinWidth(0);
    HBox.setHgrow(flow, Priority.ALWAYS);
    getChildren().addAll(new FontIcon("fth-x"), flow);
  }

  private static Text piece(String words) {
    Text piece = new Text(words);
    piece.getStyleClass().add("piece");
    return piece;
  }
}
