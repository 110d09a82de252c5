package dev.backstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.backstep.ui.viewmodel.CheckReport;
import dev.backstep.ui.viewmodel.DiagnosisWords;
import dev.backstep.ui.viewmodel.ExperimentWords;
import dev.backstep.ui.viewmodel.NotWritten;
import dev.backstep.ui.viewmodel.PythonLines;
import dev.backstep.ui.viewmodel.Texts;
import java.util.Set;

/** The arrows between the packages. The house reads like the data flow. */
@AnalyzeClasses(packages = "dev.backstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String[] BELOW_THE_SCREEN = {
    "dev.backstep.text..",
    "dev.backstep.math..",
    "dev.backstep.net..",
    "dev.backstep.model..",
    "dev.backstep.fault..",
    "dev.backstep.check..",
    "dev.backstep.trace..",
    "dev.backstep.training..",
    "dev.backstep.experiment..",
    "dev.backstep.io..",
    "dev.backstep.cli.."
  };

  /** What commands use of the screen. */
  private static final Set<Class<?>> WORDS =
      Set.of(
          Texts.class,
          CheckReport.class,
          NotWritten.class,
          PythonLines.class,
          DiagnosisWords.class,
          ExperimentWords.class,
          ExperimentWords.Row.class);

  /** A package may use itself, these packages of ours, and what is not ours. */
  private static ArchRule mayUse(String name, String because, String... others) {
    String[] allowed = new String[others.length + 2];
    System.arraycopy(others, 0, allowed, 0, others.length);
    for (int i = 0; i < others.length; i++) {
      allowed[i] = "dev.backstep." + others[i];
    }
    allowed[others.length] = "dev.backstep." + name;
    allowed[others.length + 1] = "dev.backstep." + name + "..";
    return noClasses()
        .that()
        .resideInAPackage("dev.backstep." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.backstep..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .because(because);
  }

  @ArchTest static final ArchRule TEXT = mayUse("text", "reading a file needs nothing else");

  @ArchTest
  static final ArchRule MATH = mayUse("math", "numbers do not know what they are numbers of");

  @ArchTest
  static final ArchRule NET =
      mayUse("net", "a net is data, and knows neither the engine nor a text", "math");

  @ArchTest
  static final ArchRule MODEL =
      mayUse("model", "the engine knows ids, not characters", "net", "math");

  @ArchTest
  static final ArchRule TRACE =
      mayUse("trace", "a trace looks at what the engine did", "net", "model", "math");

  @ArchTest
  static final ArchRule FAULT =
      mayUse(
          "fault",
          "a fault changes the engine, and is seen by what two traces differ in",
          "net",
          "model",
          "trace",
          "math");

  @ArchTest
  static final ArchRule CHECK =
      mayUse(
          "check",
          "numbers are judged wherever they were read from, and by the one engine",
          "text",
          "math",
          "net",
          "model",
          "trace",
          "fault");

  @ArchTest
  static final ArchRule TRAINING =
      mayUse(
          "training",
          "training drives the engine over a text",
          "text",
          "net",
          "model",
          "fault",
          "trace",
          "math");

  @ArchTest
  static final ArchRule EXPERIMENT =
      mayUse("experiment", "many runs of the one engine", "text", "math", "model", "training");

  @ArchTest
  static final ArchRule IO =
      mayUse(
          "io",
          "files are written of what is computed",
          "text",
          "math",
          "net",
          "model",
          "fault",
          "trace",
          "training",
          "experiment");

  @ArchTest
  static final ArchRule CLI =
      mayUse(
          "cli",
          "a command does not draw; what draws is handed to it",
          "text",
          "math",
          "net",
          "model",
          "fault",
          "check",
          "trace",
          "training",
          "experiment",
          "io",
          "ui.viewmodel");

  @ArchTest
  static final ArchRule WORDS_OF_COMMANDS =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.cli")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.backstep.ui..")
                  .and(
                      describe(
                          "are not words", type -> WORDS.stream().noneMatch(type::isEquivalentTo))))
          .because("a command says what the screen says, in the same words, and shows nothing");

  @ArchTest
  static final ArchRule CONTROLS =
      mayUse("ui.control", "a control only draws what it is given", "math", "net", "trace");

  @ArchTest
  static final ArchRule PICTURES =
      mayUse(
          "ui.picture",
          "a picture is made of what is shown, whatever it is",
          "math",
          "io",
          "ui.control");

  @ArchTest
  static final ArchRule VIEW_MODELS =
      mayUse(
          "ui.viewmodel",
          "what a screen does can be tested without one",
          "text",
          "math",
          "net",
          "model",
          "fault",
          "check",
          "trace",
          "training",
          "experiment",
          "io");

  @ArchTest
  static final ArchRule VIEWS_TRAIN_THROUGH_VIEW_MODELS =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.ui.view")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("TrainingSession")
          .because("a view binds to view models; values such as a trace only pass through it");

  @ArchTest
  static final ArchRule NO_JAVAFX_BELOW_THE_SCREEN =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_THE_SCREEN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("everything but the screen runs without one");

  @ArchTest
  static final ArchRule NO_EJML_ON_THE_SCREEN =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ejml..")
          .because("the screen reads MatrixView and can change nothing");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_ONLY_BEANS =
      noClasses()
          .that()
          .resideInAPackage("dev.backstep.ui.viewmodel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..",
              "javafx.stage..",
              "javafx.fxml..",
              "javafx.application..",
              "javafx.animation..")
          .because("properties and collections need no toolkit");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.backstep.(**)")
          .should()
          .beFreeOfCycles()
          .because("a house in which every room leads to every other has no rooms");

  @ArchTest
  static final ArchRule CONTROLLERS_ARE_CALLED_SO =
      classes()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .should()
          .resideInAPackage("dev.backstep.ui.view")
          .because("the FXML and its controller stand beside one another");
}
