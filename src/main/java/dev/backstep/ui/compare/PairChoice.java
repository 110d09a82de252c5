package dev.backstep.ui.compare;

import dev.backstep.text.Corpus;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.Comparison.Aspect;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the pair that is compared: a preset or one of the user's own, begun from the
 * settings of a run, on the text of that run or on the recall text.
 */
public final class PairChoice {
  private final SessionViewModel session;
  private final OwnPair own;

  /** Null while the pair is one of the user's own. */
  private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(Preset.CARRIED);

  /** A pair that is to begin, and the preset that it is of; null for one of the user's own. */
  private record Asked(@Nullable Preset preset, Comparison pair) {}

  /** The run that pairs are begun for. */
  private record Basis(TrainingData data, RunSettings settings) {
    Corpus text() {
      return data.corpus();
    }

    Comparison withHeldOut(Comparison pair) {
      return pair.withHeldOutShare(settings.heldOutShare());
    }

    boolean isLike(Basis other) {
      return text() == other.text() && settings.equals(other.settings);
    }
  }

  private @Nullable Basis basis;
  private @Nullable Asked asked;
  private @Nullable Corpus recall;

  PairChoice(Texts texts, SessionViewModel session) {
    this.session = session;
    own = new OwnPair(texts);
  }

  /** Takes note of the pair that has just been opened. */
  void onOpened(Comparison opened) {
    TrainingData data = session.dataProperty().get();
    own.setVocabulary(data == null ? 0 : data.corpus().vocabulary().size());
    if (asked != null && asked.pair().equals(opened)) {
      preset.set(asked.preset());
      asked = null;
    }
  }

  /**
   * Begins a pair of runs, unless the one that lies open was begun for this very run already, or
   * for another on the same text with the same settings.
   */
  void prepare(TrainingData data, RunSettings settings) {
    Basis before = basis;
    if (before != null && data == before.data()) {
      return;
    }
    Basis now = new Basis(data, settings);
    basis = now;
    if (before == null || !now.isLike(before)) {
      beginAgain(now, now.text());
    }
  }

  private void beginAgain(Basis on, Corpus text) {
    Optional<Comparison> ownPair =
        preset.get() == null ? own.read(text.longest()) : Optional.empty();
    if (ownPair.isPresent()) {
      begin(text, on.withHeldOut(ownPair.get()), null, () -> {});
    } else {
      choose(on, text, preset.get() == null ? Preset.CARRIED : preset.get());
    }
  }

  /**
   * Begins the pair of a preset as soon as the one that is open may make way; refused in a sentence
   * if there is none on this text.
   */
  void choose(Preset chosen) {
    if (basis != null) {
      choose(basis, text(basis), chosen);
    }
  }

  private void choose(Basis on, Corpus text, Preset chosen) {
    try {
      Comparison pair = chosen.of(on.settings(), text.longest(), text.vocabulary().size());
      begin(text, pair, chosen, () -> {});
    } catch (IllegalArgumentException e) {
      session.tell(new Notice(true, String.valueOf(e.getMessage())));
    }
  }

  /** The text of the run, or the recall text while a pair on it is open. */
  private Corpus text(Basis on) {
    Corpus open = open();
    return open != null && open == recall ? open : on.text();
  }

  private @Nullable Corpus open() {
    TrainingData data = session.dataProperty().get();
    return data == null ? null : data.corpus();
  }

  /**
   * Begins the pair in the fields, if it is right, as soon as the one that is open may make way;
   * says whether it is right. What is held out is no field of it: that is as in the run.
   */
  boolean chooseOwn() {
    return chooseOwn(read -> true);
  }

  /** The same, unless the fields show the very pair that is open: that goes on as it is. */
  boolean chooseChangedOwn() {
    return chooseOwn(read -> !read.equals(comparison()) || basis == null || text(basis) != open());
  }

  private boolean chooseOwn(Predicate<Comparison> isWanted) {
    Basis on = basis;
    if (on == null) {
      return false;
    }
    Corpus text = text(on);
    Optional<Comparison> pair = own.read(text.longest());
    pair.filter(isWanted)
        .ifPresent(
            read -> begin(text, on.withHeldOut(read), null, () -> own.shownProperty().set(false)));
    return pair.isPresent();
  }

  /** The settings of the two runs that are open. */
  private Comparison comparison() {
    return new Comparison(
        session.runs().get(0).settingsProperty().get(),
        session.runs().get(1).settingsProperty().get());
  }

  /** Whether the pair that is open trains on the text of the run that is open. */
  boolean isOnTextOfRun() {
    Corpus open = open();
    return basis == null || open == null || open == basis.text();
  }

  /**
   * Whether the pair that is open is one that the recall text is for, two cells or two biases of a
   * gate, and is not on it.
   */
  boolean isForRecall() {
    boolean isOnTextOfRun = open() != null && isOnTextOfRun() && !isOnRecall();
    List<Aspect> differing = isOnTextOfRun ? comparison().differing() : List.of();
    return differing.contains(Aspect.CELL) || differing.contains(Aspect.GATE_BIAS);
  }

  /** Whether the pair that is open trains on the recall text. */
  boolean isOnRecall() {
    return open() != null && isRecall(open());
  }

  private static boolean isRecall(Corpus text) {
    return text.name().equals(Dataset.RECALL.fileName());
  }

  /** Begins the pair that is chosen on the recall text. */
  void useRecall() {
    Corpus text = recall == null ? Dataset.RECALL.load(new TextMode.Lines()) : recall;
    recall = text;
    if (basis != null) {
      beginAgain(basis, text);
    }
  }

  /** Begins the pair that is chosen on the text of the run. */
  void useTextOfRun() {
    if (basis != null) {
      beginAgain(basis, basis.text());
    }
  }

  /** The name of the text of the run; empty before there is one. */
  String textOfRun() {
    return basis == null ? "" : basis.text().name();
  }

  private void begin(Corpus text, Comparison pair, @Nullable Preset chosen, Runnable begun) {
    session.leave(
        () -> {
          asked = new Asked(chosen, pair);
          session.openAtOnce(() -> text, List.of(pair.a(), pair.b()));
          begun.run();
        });
  }

  /** Shows a preset, or a pair of the user's own, as chosen: that of a pair that is back. */
  void show(@Nullable Preset shown) {
    preset.set(shown);
  }

  /** The preset of the pair that lies open; null if that is one of the user's own. */
  ReadOnlyObjectProperty<Preset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** The pair of the user's own, while it is being edited. */
  OwnPair own() {
    return own;
  }
}
