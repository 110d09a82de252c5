package dev.backstep.ui.compare;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.net.Vector;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Two runs, A and B, in lock step on the same sequences in the same order. */
public final class CompareViewModel {
  private final SessionViewModel session;
  private final OwnPair own;
  private final RepeatViewModel repeat;
  private final SharedCursor cursor = new SharedCursor();
  private final DifferenceCurve difference = new DifferenceCurve();
  private final BitEquality equality = new BitEquality();
  private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();

  /** Null while the pair is one of the user's own. */
  private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(Preset.CARRIED);

  /** A pair that is to begin, and the preset that it is of; null for one of the user's own. */
  private record Asked(@Nullable Preset preset, Comparison pair) {}

  private final EarlierPairs<Preset> earlier;

  /** The run that pairs are begun for. */
  private record Basis(TrainingData data, RunSettings settings) {
    int longest() {
      return data.corpus().longest();
    }

    Comparison withHeldOut(Comparison pair) {
      return pair.withHeldOutShare(settings.heldOutShare());
    }
  }

  private @Nullable Basis basis;
  private @Nullable Asked asked;

  /**
   * @param session of two runs
   */
  public CompareViewModel(Texts texts, SessionViewModel session) {
    this.session = session;
    own = new OwnPair(texts);
    repeat = new RepeatViewModel(texts, this);
    earlier =
        new EarlierPairs<>(
            texts, session, new ComparisonWords(texts)::brief, preset::get, preset::set);
    session.dataProperty().addListener((property, before, now) -> onOpened());
    session.revisionProperty().addListener(observable -> follow());
    // B's is shown after A's; while training runs both come after everything else.
    b().traceProperty().addListener(observable -> followTraces());
  }

  private void onOpened() {
    difference.clear();
    equality.clear();
    if (asked != null && asked.pair().equals(pair())) {
      preset.set(asked.preset());
      asked = null;
    }
  }

  private Comparison pair() {
    return new Comparison(a().settingsProperty().get(), b().settingsProperty().get());
  }

  private void follow() {
    if (session.dataProperty().get() == null) {
      return;
    }
    Comparison now = pair();
    if (!now.equals(comparison.get())) {
      comparison.set(now);
      restoreOwn();
    }
    difference.follow(a().losses(), b().losses());
    equality.follow(a(), b());
  }

  private void followTraces() {
    equality.follow(a(), b());
    if (a().traceProperty().get() != null) {
      cursor.setLength(a().traceProperty().get().length());
    }
  }

  /**
   * Begins a pair of runs, unless the one that lies open was begun for this very run already, or
   * for another on the same text with the same settings.
   */
  public void prepare(TrainingData data, RunSettings settings) {
    Basis before = basis;
    if (before != null && data == before.data()) {
      return;
    }
    boolean isSame =
        before != null
            && data.corpus() == before.data().corpus()
            && settings.equals(before.settings());
    basis = new Basis(data, settings);
    if (!isSame) {
      beginAgain(basis);
    }
  }

  private void beginAgain(Basis on) {
    Optional<Comparison> ownPair = preset.get() == null ? own.read(on.longest()) : Optional.empty();
    if (ownPair.isPresent()) {
      begin(on, on.withHeldOut(ownPair.get()), null, () -> {});
    } else {
      choose(preset.get() == null ? Preset.CARRIED : preset.get());
    }
  }

  /**
   * Begins the pair of a preset as soon as the one that is open may make way; refused in a sentence
   * if there is none on this text.
   */
  public void choose(Preset chosen) {
    Basis on = basis;
    if (on == null) {
      return;
    }
    try {
      begin(on, chosen.of(on.settings(), on.longest()), chosen, () -> {});
    } catch (IllegalArgumentException e) {
      session.tell(new Notice(true, String.valueOf(e.getMessage())));
    }
  }

  /**
   * Begins the pair in the fields, if it is right, as soon as the one that is open may make way;
   * says whether it is right. What is held out is no field of it: that is as in the run.
   */
  public boolean chooseOwn() {
    return chooseOwn(read -> true);
  }

  /** The same, unless the fields show the very pair that is open: that goes on as it is. */
  public boolean chooseChangedOwn() {
    return chooseOwn(read -> !read.equals(comparison.get()) || !isOnTextOfRun());
  }

  private boolean chooseOwn(Predicate<Comparison> isWanted) {
    Basis on = basis;
    if (on == null) {
      return false;
    }
    Optional<Comparison> pair = own.read(on.longest());
    pair.filter(isWanted)
        .ifPresent(
            read -> begin(on, on.withHeldOut(read), null, () -> own.shownProperty().set(false)));
    return pair.isPresent();
  }

  /** Whether the pair that is open trains on the text of the run that is open. */
  public boolean isOnTextOfRun() {
    TrainingData data = session.dataProperty().get();
    return basis == null || data == null || data.corpus() == basis.data().corpus();
  }

  /** Fills the fields of a pair of one's own with the pair that lies open. */
  public void restoreOwn() {
    if (comparison.get() != null) {
      own.show(comparison.get());
    }
  }

  /**
   * Closes the fields of the own pair, as its Cancel does, or else those of the repetition; says
   * whether any were shown.
   */
  public boolean closePanel() {
    if (own.shownProperty().get()) {
      restoreOwn();
      own.shownProperty().set(false);
      return true;
    }
    boolean wasShown = repeat.shownProperty().get();
    repeat.shownProperty().set(false);
    return wasShown;
  }

  private void begin(Basis on, Comparison pair, @Nullable Preset chosen, Runnable begun) {
    Corpus corpus = on.data().corpus();
    session.leave(
        () -> {
          asked = new Asked(chosen, pair);
          session.openAtOnce(() -> corpus, List.of(pair.a(), pair.b()));
          begun.run();
        });
  }

  public SessionViewModel session() {
    return session;
  }

  public RunViewModel a() {
    return session.runs().get(0);
  }

  public RunViewModel b() {
    return session.runs().get(1);
  }

  /** {@code B − A}; null before there is anything, and where the two have other shapes. */
  public @Nullable MatrixView difference(Vector quantity) {
    Trace left = a().traceProperty().get();
    Trace right = b().traceProperty().get();
    return left != null
            && right != null
            && left.length() == right.length()
            && left.shape().equals(right.shape())
        ? Combined.difference(right.values(quantity), left.values(quantity))
        : null;
  }

  /** How many samples of the two runs, drawn with the same random numbers, are the same. */
  public int equalSamples() {
    List<String> left = a().samples();
    List<String> right = b().samples();
    return (int)
        IntStream.range(0, Math.min(left.size(), right.size()))
            .filter(i -> left.get(i).equals(right.get(i)))
            .count();
  }

  /** Whether the two are the same so far, bit for bit. */
  public BitEquality equality() {
    return equality;
  }

  /** By how much the loss of B is above that of A. */
  public DifferenceCurve differenceCurve() {
    return difference;
  }

  /** How the two runs that lie open are set; null before there are any. */
  public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The preset of the pair that lies open; null if that is one of the user's own. */
  public ReadOnlyObjectProperty<Preset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** The pair of the user's own, while it is being edited. */
  public OwnPair own() {
    return own;
  }

  /** The pairs that others took the place of. */
  public EarlierPairs<Preset> earlier() {
    return earlier;
  }

  /** The same pair with many seeds. */
  public RepeatViewModel repeat() {
    return repeat;
  }

  /** Takes what the pair and its repetition have to tell; called once a pulse. */
  public void poll() {
    session.poll();
    repeat.poll();
  }

  /** Ends all threads. */
  public void close() {
    session.close();
    repeat.close();
  }

  /** Where both runs are looked at. */
  public SharedCursor cursor() {
    return cursor;
  }
}
