package dev.backstep.trace.links;

import dev.backstep.trace.Entry;
import dev.backstep.trace.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of one weight at the update, in the order of computation: its gradient as the
 * optimiser saw it, what the optimiser remembers of it, its change, the weight after.
 */
record UpdateLinks(Update update, LightFactory factory) {
  private static final String GRADIENT = "g";
  private static final String CHANGE = "Δ";
  private static final String AFTER = "after";

  /** Where an entry is drawn at the update. */
  static LitMatrix.AtUpdate site(Entry.AtUpdate entry) {
    String drawn =
        entry instanceof Entry.OfMemory memory
            ? memory.memory()
            : entry instanceof Entry.OfClipped
                ? GRADIENT
                : entry instanceof Entry.OfChange ? CHANGE : AFTER;
    return new LitMatrix.AtUpdate(drawn, entry.parameter());
  }

  /**
   * The numbers computed before it and after it.
   *
   * @param shares what its gradient was added up from
   */
  Lights of(Entry.AtUpdate entry, Lights shares) {
    Block block = Block.one(entry.row(), entry.col());
    List<Light> all = all(entry.parameter(), block);
    int place = all.indexOf(new Light(site(entry), block));
    List<Light> sources = all.subList(0, Math.max(0, place));
    Light before =
        factory.weight(factory.net().weight(entry.parameter()), entry.row(), entry.col());
    return factory.lights(
        Stream.of(Stream.of(before), sources.stream(), shares.sources().stream())
            .flatMap(lights -> lights),
        all.subList(place + 1, all.size()).stream());
  }

  /** The numbers made of a weight of before the update. */
  Stream<Light> ofWeight(String parameter, int row, int col) {
    return all(parameter, Block.one(row, col)).stream();
  }

  private List<Light> all(String parameter, Block block) {
    List<String> drawn = new ArrayList<>();
    if (update.rule() != null) {
      drawn.add(GRADIENT);
      drawn.addAll(update.rule().memoryBefore().keySet());
    }
    drawn.add(CHANGE);
    drawn.add(AFTER);
    return drawn.stream()
        .map(name -> new Light(new LitMatrix.AtUpdate(name, parameter), block))
        .toList();
  }
}
