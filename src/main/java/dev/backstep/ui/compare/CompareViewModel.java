package dev.backstep.ui.compare;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Two runs, A and B, in lock step on the same sequences in the same order. */
public final class CompareViewModel {
  private final SessionViewModel session;
  private final PairChoice choice;
  private final RepeatViewModel repeat;
  private final SharedCursor cursor = new SharedCursor();
  private final DifferenceCurve difference = new DifferenceCurve();
  private final BitEquality equality = new BitEquality();
  private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();

  private final EarlierPairs<Preset> earlier;

  /**
   * @param session of two runs
   */
  public CompareViewModel(Texts texts, SessionViewModel session) {
    this.session = session;
    choice = new PairChoice(texts, session);
    repeat = new RepeatViewModel(texts, this);
    earlier =
        new EarlierPairs<>(
            texts,
            session,
            new ComparisonWords(texts)::brief,
            choice.presetProperty()::get,
            choice::show);
    session.dataProperty().addListener((property, before, now) -> onOpened());
    session.revisionProperty().addListener(observable -> follow());
    // B's is shown after A's; while training runs both come after everything else.
    b().traceProperty().addListener(observable -> followTraces());
  }

  private void onOpened() {
    difference.clear();
    equality.clear();
    choice.onOpened(pair());
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
    choice.prepare(data, settings);
  }

  /** {@link PairChoice#choose}. */
  public void choose(Preset chosen) {
    choice.choose(chosen);
  }

  /** {@link PairChoice#chooseOwn}. */
  public boolean chooseOwn() {
    return choice.chooseOwn();
  }

  /** {@link PairChoice#chooseChangedOwn}. */
  public boolean chooseChangedOwn() {
    return choice.chooseChangedOwn();
  }

  /** Fills the fields of a pair of one's own with the pair that lies open. */
  public void restoreOwn() {
    if (comparison.get() != null) {
      own().show(comparison.get());
    }
  }

  /**
   * Closes the fields of the own pair, as its Cancel does, or else those of the repetition; says
   * whether any were shown.
   */
  public boolean closePanel() {
    if (own().shownProperty().get()) {
      restoreOwn();
      own().shownProperty().set(false);
      return true;
    }
    boolean wasShown = repeat.shownProperty().get();
    repeat.shownProperty().set(false);
    return wasShown;
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

  /** The number of equal samples of the two runs, drawn with the same random numbers. */
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

  /** The settings of the two runs that are open; null before there are any. */
  public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The preset of the pair that lies open; null if that is one of the user's own. */
  public ReadOnlyObjectProperty<Preset> presetProperty() {
    return choice.presetProperty();
  }

  /** Whether the pair that is open trains on the text of the run that is open. */
  public boolean isOnTextOfRun() {
    return choice.isOnTextOfRun();
  }

  /** Which pair it is, and on which text. */
  PairChoice choice() {
    return choice;
  }

  /** The pair of the user's own, while it is being edited. */
  public OwnPair own() {
    return choice.own();
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
