package dev.backstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedEntry;
import dev.backstep.check.printed.PrintedShape;
import dev.backstep.check.printed.PrintedVerdict;
import dev.backstep.fault.Fault;
import dev.backstep.words.PrintedWords;
import java.util.List;

/** What a check of printed numbers came to, for machines: one object on one line. */
final class PrintedJson {
  private PrintedJson() {}

  static String of(String file, PrintedCheck check) {
    ObjectNode root = CheckJson.object(file);
    root.put("verdict", check.agrees() ? "agrees" : "differs");
    PrintedWords.remarks(check).forEach(root.putArray("remarks")::add);
    ArrayNode functions = root.putArray("functions");
    check.verdicts().forEach(verdict -> add(functions.addObject(), verdict));
    return CheckJson.line(root);
  }

  private static void add(ObjectNode node, PrintedVerdict verdict) {
    PrintedWords words = new PrintedWords(verdict);
    node.put("function", verdict.function().title())
        .put("expectedOutput", verdict.isExpected())
        .put("verdict", verdict.agrees() ? "agrees" : "differs");
    ArrayNode entries = node.putArray("entries");
    for (PrintedEntry entry : verdict.entries()) {
      entries
          .addObject()
          .put("entry", entry.label())
          .put("yours", entry.yours().text())
          .put("right", entry.right())
          .put("agrees", entry.agrees());
    }
    ArrayNode shapes = node.putArray("shapes");
    for (PrintedShape shape : verdict.shapes()) {
      shapes
          .addObject()
          .put("of", shape.label())
          .put("yours", shape.yours())
          .put("right", shape.right());
    }
    node.put("sentence", words.headline())
        .put("wrongGradientOfNotebook", verdict.hasFaultOfNotebook());
    addExplanations(node.putArray("explanations"), verdict, words);
    words.notes().forEach(node.putArray("notes")::add);
    node.put("faultsTried", verdict.faults().tried()).put("pairsTried", verdict.faults().pairs());
  }

  private static void addExplanations(
      ArrayNode explanations, PrintedVerdict verdict, PrintedWords words) {
    for (List<Fault> found : verdict.faults().explanations()) {
      ObjectNode explanation = explanations.addObject();
      ArrayNode faults = explanation.putArray("faults");
      ArrayNode lines = explanation.putArray("lines");
      for (Fault fault : found) {
        faults.add(fault.id());
        lines
            .addObject()
            .put("wrong", words.faultyLine(fault))
            .put("right", words.rightLine(fault));
      }
    }
  }
}
