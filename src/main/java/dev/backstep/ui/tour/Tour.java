package dev.backstep.ui.tour;

import dev.backstep.ui.tour.Chapter.Deed;
import java.util.List;
import java.util.stream.Stream;

/** The chapters of the guided tour of the program. */
final class Tour {
  static final Lesson LESSON =
      new Lesson(
          Stream.of(
                  GoalChapters.all(),
                  CellChapters.all(),
                  WeightChapters.all(),
                  GateChapters.all(),
                  List.of(Chapter.of("end", Level.FIVE).doing(Deed.END)))
              .flatMap(List::stream)
              .toList());

  private Tour() {}
}
