package dev.backstep.check.meaning.sequences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The ways in which a mask, lengths or ignored targets may say what padding is. */
final class PaddingSearch {
  /** So many timesteps do not read the same by chance. */
  private static final int SURE = 3;

  private final Draft draft;
  private final Optional<Targets> targets;
  private final int batch;
  private final int time;
  private final Mask counted;
  private final Set<String> used = new LinkedHashSet<>();
  private final List<Padding> all = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  /**
   * @param draft of which only the input is read
   * @param targets none where the gradient is given
   */
  PaddingSearch(Draft draft, Optional<Targets> targets) {
    this.draft = draft;
    this.targets = targets;
    batch = draft.batch();
    time = draft.time();
    counted = counted();
  }

  /** The timesteps whose loss counts, as the targets and a mask of losses say. */
  private Mask counted() {
    Mask counts =
        Mask.of(batch, time, (b, t) -> targets.isEmpty() || !targets.get().isIgnored(b, t));
    Optional<View> losses =
        draft.find("loss_mask", Layout.steps(batch, time), view -> Values.areBits(view.data()));
    losses.ifPresent(view -> used.add(view.array()));
    return losses.isEmpty() ? counts : counts.and(mask(losses.get()));
  }

  private Mask mask(View view) {
    return Mask.of(batch, time, (b, t) -> view.at(b, t) != 0);
  }

  /** The likeliest first. */
  List<Padding> all() {
    Optional<View> lengths =
        draft
            .find("lengths", Layout.sequences(batch), this::areLengths)
            .filter(view -> batch > 1 || view.data().count() == 1);
    String key = draft.found().isMapped("steps") ? "steps" : "mask";
    Optional<View> mask =
        draft.find(key, Layout.steps(batch, time), view -> Values.areBits(view.data()));
    mask.ifPresent(view -> used.add(view.array()));
    lengths.ifPresent(view -> used.add(view.array()));
    if (mask.isPresent()) {
      byMask(mask.get(), lengths);
    } else if (lengths.isPresent()) {
      byLengths(lengths.get());
    } else {
      byTargets();
    }
    return all;
  }

  private boolean areLengths(View view) {
    return Values.areWhole(view.data())
        && Arrays.stream(view.data().values()).allMatch(length -> length >= 1 && length <= time);
  }

  private void byMask(View view, Optional<View> lengths) {
    Mask mask = mask(view);
    if (isTurned(view, mask, lengths)) {
      mask = mask.not();
      say(view.array() + " is 1 where there is padding.");
    }
    switch (mask.side()) {
      case NONE -> add(mask, mask, 0, "");
      case RIGHT -> add(mask, mask, 0, padded(view.array(), "right"));
      case LEFT -> {
        boolean isPadding = lengths.isPresent() || looksLikePadding(mask.not());
        add(mask, mask, isPadding ? 0 : 1, padded(view.array(), "left"));
        if (lengths.isEmpty() && targets.isPresent() && !isSurelyPadding(mask)) {
          add(everywhere(), mask, isPadding ? 1 : 0, lossAlone(view.array()));
        }
      }
      default -> add(everywhere(), mask, 0, lossAlone(view.array()));
    }
  }

  private void say(String remark) {
    said.add(remark);
  }

  /** Whether a mask says where padding is, and not where there is none. */
  private boolean isTurned(View view, Mask mask, Optional<View> lengths) {
    if (lengths.isPresent()) {
      int sequence = 0;
      while (sequence < batch && lengths.get().at(sequence) * 2 == time) {
        sequence++;
      }
      return sequence < batch && mask.count(sequence) == time - (int) lengths.get().at(sequence);
    }
    String name = UsualNames.plain(view.array());
    boolean isNamedSo = name.contains("pad") && !name.startsWith("no");
    return isNamedSo && looksLikePadding(mask) && !looksLikePadding(mask.not());
  }

  private void byLengths(View view) {
    int[] lengths = new int[batch];
    for (int b = 0; b < batch; b++) {
      lengths[b] = (int) view.at(b);
    }
    Mask right = Mask.of(time, lengths, true);
    Mask left = Mask.of(time, lengths, false);
    if (right.isAll()) {
      add(right, right, 0, "");
      return;
    }
    boolean isRight = looksLikePadding(right.not()) || counted.isSameAs(right);
    boolean isLeft = looksLikePadding(left.not()) || counted.isSameAs(left);
    add(right, right, isLeft && !isRight ? 1 : 0, padded(view.array(), "right"));
    if (isLeft) {
      add(left, left, isRight ? 1 : 0, padded(view.array(), "left"));
    }
  }

  private void byTargets() {
    Mask.Side side = counted.side();
    boolean isSide = side == Mask.Side.RIGHT || side == Mask.Side.LEFT;
    String name = targets.map(each -> each.series().array()).orElse("");
    if (isSide && targets.get().series().time() > 1 && looksLikePadding(counted.not())) {
      boolean isLikely = batch > 1 || side == Mask.Side.RIGHT;
      String where = side == Mask.Side.RIGHT ? "right" : "left";
      add(counted, counted, isLikely ? 0 : 1, padded(name, where));
      if (side == Mask.Side.RIGHT || !isSurelyPadding(counted)) {
        add(everywhere(), counted, isLikely ? 1 : 0, lossAlone(name));
      }
    } else {
      add(everywhere(), counted, 0, counted.isAll() ? "" : lossAlone(name));
    }
  }

  /**
   * Whether what stands before sequences of several lengths is so often the same that no program
   * reads it on purpose.
   */
  private boolean isSurelyPadding(Mask mask) {
    int[] before = IntStream.range(0, batch).map(b -> time - mask.count(b)).toArray();
    return Arrays.stream(before).distinct().count() > 1
        && Arrays.stream(before).sum() >= SURE
        && looksLikePadding(mask.not());
  }

  private boolean looksLikePadding(Mask mask) {
    return mask.looksLikePadding(draft.frame().input(), draft.found().weights().vocabulary());
  }

  private Mask everywhere() {
    return Mask.of(batch, time, (b, t) -> true);
  }

  private static String padded(String name, String side) {
    return name + " says which timesteps are padding, which stands on the " + side + ".";
  }

  private static String lossAlone(String name) {
    return name + " says whose loss counts; there is no padding.";
  }

  private void add(Mask steps, Mask counts, int penalty, String remark) {
    List<String> remarks = new ArrayList<>(said);
    if (!remark.isEmpty()) {
      remarks.add(remark);
    }
    Mask both = counts.and(counted).and(steps);
    all.add(new Padding(steps.is(), both.is(), used, penalty, remarks));
    all.sort((one, other) -> Integer.compare(one.penalty(), other.penalty()));
  }
}
