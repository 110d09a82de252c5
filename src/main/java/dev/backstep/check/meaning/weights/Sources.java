package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.source.Part;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The numbers of weights and of their gradients; ways that have some in common share them. */
final class Sources {
  private final Inventory inventory;
  private final Map<String, Source> known = new HashMap<>();

  Sources(Inventory inventory) {
    this.inventory = inventory;
  }

  Weights weights(WeightReading.Placed placed) {
    WeightReading reading = placed.reading();
    Map<String, List<Source>> all = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (Candidate each : reading.arrays()) {
      used.add(each.name());
      used.addAll(each.gradients());
    }
    placed
        .parts()
        .forEach(
            (name, parts) -> {
              all.put(name, List.of(sum(parts)));
              List<Source> gradients = gradients(name, parts);
              gradients.forEach(gradient -> used.add(gradient.array()));
              if (!gradients.isEmpty()) {
                all.put("d" + name, gradients);
              }
            });
    List<String> remarks = new ArrayList<>(Remarks.of(placed, inventory));
    inventory
        .unlike()
        .forEach(
            (gradient, weight) -> {
              if (used.contains(weight)) {
                used.add(gradient);
              }
            });
    CellFinding cell = reading.cell();
    return new Weights(
        reading.dialect(),
        reading.cells(placed.parts()),
        all,
        cell.inputs(),
        cell.hidden(),
        reading.output().outputs(),
        reading.embedding().map(Embedding::vocabulary).orElse(cell.inputs()),
        used,
        remarks);
  }

  /** Of each gradient the same part as of the weight. */
  private List<Source> gradients(String name, List<Part> parts) {
    Optional<String> said = inventory.mapped().there("d" + name);
    List<Source> gradients = new ArrayList<>();
    for (Part part : parts) {
      List<String> names = said.map(List::of).orElseGet(() -> inventory.gradients(part.array()));
      for (String each : names) {
        NdArray array = inventory.numbers().get(each);
        if (array != null) {
          part.in(each, array).ifPresent(same -> gradients.add(sum(List.of(same))));
        }
      }
    }
    return gradients;
  }

  private Source sum(List<Part> parts) {
    String key = parts.stream().map(Part::key).collect(Collectors.joining("+"));
    Source source = known.get(key);
    if (source == null) {
      source = Part.sum(parts);
      known.put(key, source);
    }
    return source;
  }
}
