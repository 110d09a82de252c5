package dev.backstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.backstep.experiment.Experiment;
import dev.backstep.io.FileThread;
import dev.backstep.training.session.TrainingSession;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Formatter;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The conditions for equal bits of equal seeds: few threads, and numbers that are ours. */
@AnalyzeClasses(packages = "dev.backstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ReproducibilityRulesTest {
  private static final Set<Class<?>> WITH_LANGUAGE =
      Set.of(String.class, PrintStream.class, PrintWriter.class, NumberFormat.class);

  private static final Set<String> LANGUAGE_CALLS =
      Set.of(
          "format",
          "formatted",
          "printf",
          "toLowerCase",
          "toUpperCase",
          "getInstance",
          "getNumberInstance",
          "getIntegerInstance",
          "getPercentInstance");

  @ArchTest
  static final ArchRule FEW_CLASSES_MAKE_THREADS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TrainingSession.class, Experiment.class, FileThread.class)
          .and()
          .doNotHaveFullyQualifiedName("dev.backstep.cli.console.Interruption")
          .and()
          .doNotHaveFullyQualifiedName("dev.backstep.io.HomeFolder")
          .and()
          .doNotHaveFullyQualifiedName("dev.backstep.app.BackstepApp")
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors")
          .because(
              "a session has one training thread and one crossing to the screen, and one that waits"
                  + " for disks; the runs of an experiment have nothing in common but what they"
                  + " came to; and what is to be done at Ctrl-C or at the end, the virtual machine"
                  + " runs on a thread that it is given");

  @ArchTest
  static final ArchRule FEW_CLASSES_USE_THE_COMMON_POOL =
      noClasses()
          .that()
          .haveNameNotMatching(
              "dev\\.backstep\\.ui\\.(paint\\.Background|lab\\.LabEvidence|lab\\.LabBench"
                  + "|labbatch\\.BatchBench|flow\\.(LatestAnswer|TriangleWork)|reach\\.ReachWork"
                  + "|mycode\\.(MyCodeViewModel|PythonViewModel|PythonOutcome))"
                  + "|dev\\.backstep\\.check\\.diagnosis\\.(PairSearch|Diagnostician"
                  + "|ExplanationSearch|CutShort)")
          .should()
          .callMethodWhere(
              describe("uses the common pool", ReproducibilityRulesTest::usesTheCommonPool))
          .because("each crossing of threads is one more to reason about: see decision 3");

  @ArchTest
  static final ArchRule NO_INTRINSIC_FUNCTIONS =
      noClasses()
          .that()
          .resideInAnyPackage(ArchitectureTest.BELOW_THE_SCREEN)
          .should()
          .callMethodWhere(
              describe(
                  "calls an intrinsic of java.lang.Math", ReproducibilityRulesTest::isIntrinsic))
          .because("their bits differ from machine to machine; StrictMath's do not");

  private static boolean usesTheCommonPool(JavaAccess<?> call) {
    return call.getTargetOwner().getPackageName().startsWith("java.util")
        && call.getTarget().getName().matches(".*Async|parallel|parallelStream|commonPool");
  }

  private static boolean isIntrinsic(JavaAccess<?> call) {
    return call.getTargetOwner().isEquivalentTo(Math.class)
        && Set.of("tanh", "exp", "expm1", "log", "log1p", "log10", "pow", "sin", "cos", "random")
            .contains(call.getTarget().getName());
  }

  @ArchTest
  static final ArchRule NO_LANGUAGE_OF_THE_SYSTEM =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "writes as the system's language does", ReproducibilityRulesTest::isOfSystem))
          .orShould()
          .callConstructor(MessageFormat.class, String.class)
          .orShould()
          .callConstructor(Formatter.class)
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .because(
              "in Arabic %d writes ٦, which no Python reads, and in Turkish a small I has no dot:"
                  + " String.format(Locale.ROOT, …) writes the same everywhere");

  /** Calls of what takes a {@link Locale} and was given none. */
  private static boolean isOfSystem(JavaAccess<?> call) {
    boolean isGiven =
        call instanceof JavaMethodCall made
            && made.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Locale.class));
    return !isGiven
        && WITH_LANGUAGE.stream().anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
        && LANGUAGE_CALLS.contains(call.getTarget().getName());
  }

  @ArchTest
  static final ArchRule NO_OTHER_RANDOM_NUMBERS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .because("SeededRandom gives the same numbers everywhere and can be saved");
}
