package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Head;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A way in which the arrays may be meant, as far as they are read. */
final class Draft {
  private final NonWeightArrays found;
  private final Frame frame;
  private final Order order;
  private final Map<String, List<Part>> parts = new LinkedHashMap<>();
  private final Map<String, View> taken = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private List<Head> heads = List.of();
  private int penalty;
  private int exchanges;

  /**
   * One source, which is copied only when it is asked for.
   *
   * @param reading a name of exactly what is read
   */
  private record Part(String reading, Supplier<Source> source) {}

  Draft(NonWeightArrays found, Frame frame, Order order) {
    this.found = found;
    this.frame = frame;
    this.order = order;
    put("x", frame.input().kind() + frame.input().reading(), frame.input()::source);
    frame.view().ifPresent(view -> taken.put("x", view));
    used.addAll(frame.used());
    remarks.addAll(frame.remarks());
    penalty = frame.penalty();
    frame.view().ifPresent(view -> exchanges += layoutOfInput().exchanges(view, order));
  }

  private Layout layoutOfInput() {
    InputOrTarget input = frame.input();
    return input.kind() == InputOrTarget.Kind.IDS
        ? Layout.steps(input.batch(), input.time())
        : Layout.rows(input.batch(), input.time(), input.width());
  }

  /** The same, to go on otherwise. */
  Draft copy() {
    Draft copy = new Draft(found, frame, order);
    copy.parts.clear();
    parts.forEach((key, list) -> copy.parts.put(key, new ArrayList<>(list)));
    copy.taken.putAll(taken);
    copy.used.addAll(used);
    copy.remarks.clear();
    copy.remarks.addAll(remarks);
    copy.heads = heads;
    copy.penalty = penalty;
    copy.exchanges = exchanges;
    return copy;
  }

  NonWeightArrays found() {
    return found;
  }

  Frame frame() {
    return frame;
  }

  int batch() {
    return frame.batch();
  }

  int time() {
    return frame.time();
  }

  Order order() {
    return order;
  }

  /** Counts as less likely. */
  Draft penalized(int more) {
    penalty += more;
    return this;
  }

  int penalty() {
    return penalty;
  }

  /** How often axes stand otherwise than in its order. */
  int exchanges() {
    return exchanges;
  }

  List<Head> heads() {
    return heads;
  }

  Draft heads(List<Head> those) {
    heads = those;
    return this;
  }

  Set<String> used() {
    return used;
  }

  boolean isUsed(String array) {
    return used.contains(array);
  }

  boolean has(String ours) {
    return parts.containsKey(ours);
  }

  /** The array that was taken as one of ours as it is. */
  Optional<View> taken(String ours) {
    return Optional.ofNullable(taken.get(ours));
  }

  void remark(String sentence) {
    if (!remarks.contains(sentence)) {
      remarks.add(sentence);
    }
  }

  List<String> remarks() {
    return remarks;
  }

  /** What is free and may be one of ours by its name, in a layout. */
  Optional<View> find(String ours, Layout layout) {
    return find(ours, layout, view -> true);
  }

  /** The same of what its numbers allow. */
  Optional<View> find(String ours, Layout layout, Predicate<View> allowed) {
    return found.candidates(ours).stream()
        .filter(name -> !isUsed(name))
        .flatMap(name -> view(name, layout).stream())
        .filter(allowed)
        .findFirst();
  }

  /** An array in a layout, with its axes in the order of this draft where it is open. */
  Optional<View> view(String array, Layout layout) {
    return layout.view(array, found.get(array), order);
  }

  /** The rows of all timesteps, or of as many as the input has, of which the first are read. */
  Optional<View> rows(String ours, int width, Predicate<View> allowed) {
    Optional<View> rows = find(ours, Layout.rows(batch(), time(), width), allowed);
    return rows.isPresent() || frame.longest() == time()
        ? rows
        : find(ours, Layout.rows(batch(), frame.longest(), width), allowed)
            .map(view -> view.part(1, 0, time()));
  }

  /** Takes an array as one of ours. */
  void take(String ours, View view, Layout layout) {
    exchanges += layout.exchanges(view, order);
    taken.putIfAbsent(ours, view);
    put(ours, view.reading(), view::source);
    used.add(view.array());
  }

  /** Takes what is made of an array as one of ours. */
  void take(String ours, String array, String reading, Supplier<Source> source) {
    put(ours, reading, source);
    used.add(array);
  }

  private void put(String ours, String reading, Supplier<Source> source) {
    parts.computeIfAbsent(ours, key -> new ArrayList<>()).add(new Part(reading, source));
  }

  /** A name of exactly what is read, by which two drafts are told apart. */
  String reading() {
    StringBuilder reading = new StringBuilder();
    heads.forEach(head -> reading.append(head.id()).append(' '));
    parts.forEach((key, list) -> list.forEach(part -> reading.append(key + "=" + part.reading())));
    return reading.toString();
  }

  /** What was read, copied once for all drafts. */
  Map<String, List<Source>> sources(Map<String, Source> copied) {
    Map<String, List<Source>> sources = new LinkedHashMap<>();
    parts.forEach(
        (key, list) ->
            sources.put(
                key,
                list.stream()
                    .map(
                        part ->
                            copied.computeIfAbsent(
                                key + "=" + part.reading(), each -> part.source().get()))
                    .toList()));
    return sources;
  }
}
