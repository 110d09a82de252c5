package dev.backstep.ui.tour;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Chapters in the order in which they are read.
 *
 * @param chapters the first and the last of which every level has
 */
record Lesson(List<Chapter> chapters) {
  Lesson {
    chapters = List.copyOf(chapters);
  }

  Chapter get(int place) {
    return chapters.get(place);
  }

  /** The places of the chapters of a level. */
  private IntStream places(Level level) {
    return IntStream.range(0, chapters.size())
        .filter(place -> level.includes(get(place).shortest()));
  }

  /** The number of chapters of a level. */
  int size(Level level) {
    return (int) places(level).count();
  }

  /** The number, from 0, of the chapter of a place among those of a level. */
  int number(Level level, int place) {
    return (int) places(level).filter(each -> each < place).count();
  }

  /** The place of the chapter after that of a place; the last has none after it. */
  int after(Level level, int place) {
    return places(level).filter(each -> each > place).findFirst().orElse(place);
  }

  /** The place of the chapter before that of a place; the first has none before it. */
  int before(Level level, int place) {
    return places(level).filter(each -> each < place).max().orElse(place);
  }

  /** The place itself where a level has its chapter, else that of the chapter before. */
  int nearest(Level level, int place) {
    return places(level).filter(each -> each <= place).max().orElse(0);
  }

  /** The place of a chapter; the first if there is none of that name. */
  int place(String id) {
    return IntStream.range(0, chapters.size())
        .filter(place -> get(place).id().equals(id))
        .findFirst()
        .orElse(0);
  }
}
