package dev.backstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.backstep.experiment.Experiment;
import dev.backstep.io.FileThread;
import dev.backstep.training.TrainingSession;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What the same seed needs to give the same bits: few threads, and numbers that are ours. */
@AnalyzeClasses(packages = "dev.backstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ReproducibilityRulesTest {
  @ArchTest
  static final ArchRule FEW_CLASSES_MAKE_THREADS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TrainingSession.class, Experiment.class, FileThread.class)
          .and()
          .doNotHaveFullyQualifiedName("dev.backstep.cli.Interruption")
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors")
          .because(
              "a session has one training thread and one crossing to the screen, and one"
                  + " that waits for disks; the runs of an"
                  + " experiment have nothing in common but what they came to; and what is to be"
                  + " done at Ctrl-C, the virtual machine runs on a thread that it is given");

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

  private static boolean isIntrinsic(JavaAccess<?> call) {
    return call.getTargetOwner().isEquivalentTo(Math.class)
        && Set.of("tanh", "exp", "expm1", "log", "log1p", "log10", "pow", "sin", "cos", "random")
            .contains(call.getTarget().getName());
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
