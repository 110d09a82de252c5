package dev.backstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.UpdateFormulas;
import dev.backstep.training.optimizer.OptimizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The equations in src/docs/maths.md are those that the program prints. */
class MathsDocumentTest {
  private String document;

  private static List<Net> nets() {
    return Nets.ALL;
  }

  @BeforeEach
  void read() throws IOException {
    document = Files.readString(Path.of("src", "docs", "maths.md"));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyEquationOfANetStandsThereOrIsThatOfTheVanillaNet(Net net) {
    assertThat(document).contains("### " + net.id()).contains(table(net, Phase.FORWARD));
    assertThat(document).contains(table(net, Phase.BACKWARD));
  }

  @ParameterizedTest
  @EnumSource
  void theFormulasOfEveryOptimizerStandThere(OptimizerKind kind) {
    UpdateFormulas formulas = kind.create(new Shape(Vanilla.NET, 2, 2)).formulas();
    String lines =
        Stream.concat(formulas.memory().stream(), Stream.of(formulas.step()))
            .map(FormulaLine::text)
            .collect(Collectors.joining("<br>"));
    assertThat(document).contains("| " + kind.title() + " | " + lines + " |");
  }

  /** Its equations of a phase, without those that the vanilla net has too. */
  private static String table(Net net, Phase phase) {
    return net.rules(phase).stream()
        .map(rule -> row(net, rule))
        .filter(row -> net == Vanilla.NET || !vanilla(phase).contains(row))
        .collect(Collectors.joining());
  }

  private static List<String> vanilla(Phase phase) {
    return Vanilla.NET.rules(phase).stream().map(rule -> row(Vanilla.NET, rule)).toList();
  }

  private static String row(Net net, Rule rule) {
    return Stream.of(
            new Printer(net, Notation.OURS, Script.TEXT),
            new Printer(net, Notation.FIELD, Script.TEXT),
            new Printer(net, Notation.OURS, Script.NUMPY))
        .map(printer -> printer.lines(rule))
        .map(lines -> lines.stream().collect(Collectors.joining("`<br>`", "`", "`")))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
