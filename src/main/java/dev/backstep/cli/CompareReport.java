package dev.backstep.cli;

import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Result;
import dev.backstep.io.settings.SettingKey;
import dev.backstep.training.RunSettings;
import dev.backstep.words.ExperimentWords;
import dev.backstep.words.Texts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as text: what was compared, the table, and the outcome. */
final class CompareReport {
  private static final String BETWEEN_COLUMNS = "   ";

  private final PrintWriter out;
  private final int vocabulary;
  private final ExperimentWords words = new ExperimentWords(Texts.load());

  /**
   * @param vocabulary V of the text that was trained on
   */
  CompareReport(PrintWriter out, int vocabulary) {
    this.out = out;
    this.vocabulary = vocabulary;
  }

  void print(Result result) {
    Plan plan = result.plan();
    out.println("A: " + settings(plan.a(), key -> differs(plan, key)));
    out.println("B: " + settings(plan.b(), key -> differs(plan, key)));
    out.println("both: " + settings(plan.a(), key -> !differs(plan, key) && key.isSaid(plan.a())));
    sizes(plan);
    out.println();
    table(result);
    out.println(words.sentence(result) + ".");
    out.println(words.basis(result));
    out.flush();
  }

  /** Tells how many numbers each of the two learns, if they differ. */
  private void sizes(Plan plan) {
    long a = plan.a().shape(vocabulary).parameters();
    long b = plan.b().shape(vocabulary).parameters();
    if (a != b) {
      out.println("weights and biases: " + a + " in A, " + b + " in B");
    }
  }

  private static boolean differs(Plan plan, SettingKey key) {
    return !key.write(plan.a()).equals(key.write(plan.b()));
  }

  private static String settings(RunSettings settings, Predicate<SettingKey> which) {
    return Stream.of(SettingKey.values())
        .filter(which)
        .map(key -> key.id() + "=" + key.write(settings))
        .collect(Collectors.joining(" "));
  }

  private void table(Result result) {
    List<List<String>> lines = new ArrayList<>();
    words.rows(result).forEach(row -> lines.add(row.cells()));
    if (lines.isEmpty()) {
      return;
    }
    lines.add(0, words.head().cells());
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    lines.forEach(line -> out.println(line(line, widths)));
    out.println();
  }

  /** The first column from the left, the others up to the right: numbers stand below numbers. */
  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : BETWEEN_COLUMNS);
      line.append(i == 0 ? cells.get(i) + space : space + cells.get(i));
    }
    return line.toString();
  }
}
