package dev.backstep;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

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
    "dev.backstep.words..",
    "dev.backstep.cli.."
  };

  /** The most classes that a room holds. */
  private static final int ROOM = 30;

  @ArchTest
  static void eachRoomUsesOnlyWhatItMay(JavaClasses classes) {
    for (String room : Rooms.names()) {
      noClasses()
          .that()
          .resideInAPackage(Rooms.packageOf(room))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.backstep..")
                  .and(not(resideInAnyPackage(Rooms.packagesUsedBy(room)))))
          .because(room + " may use no other room")
          .check(classes);
    }
  }

  @ArchTest
  static void everyPackageIsARoomAndNoRoomIsTooLarge(JavaClasses classes) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    Set<String> rooms = new TreeSet<>();
    Rooms.names().forEach(room -> rooms.add(Rooms.packageOf(room)));
    assertThat(new TreeSet<>(sizes.keySet())).isEqualTo(rooms);
    assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThan(ROOM + 1));
  }

  @ArchTest
  static void nullIsCheckedInEveryPackage(JavaClasses classes) {
    for (String room : Rooms.names()) {
      assertThat(classes.getPackage(Rooms.packageOf(room)).isAnnotatedWith(NullMarked.class))
          .as(room)
          .isTrue();
    }
  }

  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    assertThat(
            classes.stream()
                .filter(
                    each -> each.isTopLevelClass() && !"package-info".equals(each.getSimpleName()))
                .map(JavaClass::getSimpleName))
        .doesNotHaveDuplicates();
  }

  @ArchTest
  static final ArchRule VIEWS_TRAIN_THROUGH_VIEW_MODELS =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Controller")
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
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .haveSimpleNameEndingWith("Words")
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
  static final ArchRule THE_WHOLE_WINDOW_IS_KNOWN_TO_THE_SHELL =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.backstep.ui.shell", "dev.backstep.app", "dev.backstep.app.render")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("MainViewModel")
          .because("a room is given what it uses, and not everything");

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
          .resideInAPackage("dev.backstep.ui..")
          .because("the FXML and its controller stand beside one another");
}
