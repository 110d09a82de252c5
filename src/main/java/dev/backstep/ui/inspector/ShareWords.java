package dev.backstep.ui.inspector;

import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import dev.backstep.net.Weight;
import dev.backstep.words.Texts;

/** The words for what one cell adds to a weight gradient. */
record ShareWords(Texts texts, Notation notation, Net net) {
  String of(String parameter) {
    Weight weight = net.weight(parameter);
    Gradient gradient = net.gradient(weight);
    Printer printer = new Printer(net, notation, Script.TEXT);
    String right = printer.right(gradient.right());
    return gradient.left() == null
        ? texts.of("inspector.accumulator.adds", right)
        : texts.of(key(weight, gradient), printer.right(gradient.left()), right);
  }

  private String key(Weight weight, Gradient gradient) {
    String of =
        gradient.isAtInput()
            ? "input"
            : notation.isTransposed(weight.name()) ? "transposed" : "rows";
    boolean isColumns = notation.hasColumns() && !of.equals("transposed");
    return "inspector.accumulator.rank-one." + of + (isColumns ? ".columns" : "");
  }
}
