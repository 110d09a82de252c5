package dev.backstep.ui.compare;

import dev.backstep.experiment.Experiment;
import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Progress;
import dev.backstep.text.Corpus;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.settings.FieldReader;
import dev.backstep.words.Texts;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The pair that is compared, trained again and again with other seeds in the background. */
public final class RepeatViewModel {
  private static final int FEWEST_PAIRS = 2;
  private static final int MOST_PAIRS = 100;

  private final Texts texts;
  private final FieldReader fields;
  private final CompareViewModel compare;
  private final TypedSetting pairs;
  private final TypedSetting epochs;
  private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper();
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private @Nullable Experiment experiment;
  private @Nullable Corpus corpus;

  /** Whether there is more to be told. */
  private boolean isPolled;

  RepeatViewModel(Texts texts, CompareViewModel compare) {
    this.texts = texts;
    this.compare = compare;
    fields = new FieldReader(texts);
    pairs = new TypedSetting("10", this::readPairs);
    epochs = new TypedSetting("20", this::readEpochs);
    pairs.textProperty().addListener(observable -> showAsked());
    showAsked();
  }

  /** While what is typed is no number of pairs it is still the last one that was. */
  private void showAsked() {
    try {
      asked.set(readPairs(pairs.textProperty().get()));
    } catch (IllegalArgumentException e) {
      // The field itself says so once it is asked for.
    }
  }

  /**
   * Begins with what is in the fields, unless that is what came out last: the table of a long
   * repetition is not thrown away for one that comes to the same.
   */
  public void startChanged() {
    Progress last = progress.get();
    if (!areRight()
        || last == null
        || last.state() != Progress.State.DONE
        || !isOfOpenPair()
        || !last.result().plan().equals(plan())) {
      start();
    }
  }

  private Plan plan() {
    Comparison pair = compare.comparisonProperty().get();
    return new Plan(
        pair.a(),
        pair.b(),
        readPairs(pairs.textProperty().get()),
        readEpochs(epochs.textProperty().get()));
  }

  /** Both are to be marked where both are wrong. */
  private boolean areRight() {
    boolean isPairs = pairs.look();
    boolean isEpochs = epochs.look();
    return isPairs && isEpochs;
  }

  /** Begins with what is in the fields, if that is right; what ran before ends. */
  public void start() {
    if (compare.comparisonProperty().get() == null || !areRight()) {
      return;
    }
    try {
      Plan plan = plan();
      Corpus now = compare.session().dataProperty().get().corpus();
      Experiment begun = new Experiment(now, plan);
      close();
      experiment = begun;
      corpus = now;
      isPolled = true;
      error.set("");
      poll();
    } catch (IllegalArgumentException e) {
      error.set(e.getMessage());
    }
  }

  private int readPairs(String typed) {
    int read = (int) fields.whole("compare.repeat.pairs", typed);
    if (read < FEWEST_PAIRS || read > MOST_PAIRS) {
      throw new IllegalArgumentException(texts.of("compare.repeat.pairs.refused", read));
    }
    return read;
  }

  private int readEpochs(String typed) {
    int read = (int) fields.whole("compare.repeat.epochs", typed);
    if (read < 1 || read > Plan.MOST_EPOCHS) {
      throw new IllegalArgumentException(texts.of("compare.repeat.epochs.refused", read));
    }
    return read;
  }

  /** Takes what the background has to tell; called once a pulse. */
  void poll() {
    if (isPolled && experiment != null) {
      Progress now = experiment.progress();
      progress.set(now);
      isPolled = now.isRunning();
    }
  }

  /** Ends it; what is done stays. */
  public void cancel() {
    if (experiment != null) {
      experiment.cancel();
    }
  }

  /** Ends its threads. */
  void close() {
    cancel();
  }

  /** Whether what was repeated is the pair that lies open, on the text that lies open. */
  public boolean isOfOpenPair() {
    Comparison pair = compare.comparisonProperty().get();
    return progress.get() != null
        && pair != null
        && pair.equals(repeated())
        && compare.session().dataProperty().get().corpus() == corpus;
  }

  /** The pair that was repeated. */
  public Comparison repeated() {
    Plan plan = progress.get().result().plan();
    return new Comparison(plan.a(), plan.b());
  }

  /** The progress in words: "3 of 10 pairs · about 2 min left". */
  public String describeProgress() {
    Progress now = progress.get();
    String done =
        texts.of("compare.repeat.done", now.result().pairs().size(), now.result().plan().pairs());
    return switch (now.state()) {
      case RUNNING ->
          now.left().map(left -> texts.of("compare.repeat.left", done, inWords(left))).orElse(done);
      case CANCELLED -> texts.of("compare.repeat.cancelled", done);
      case FAILED -> texts.of("compare.repeat.failed", done, now.failure().orElse(""));
      case DONE -> done;
    };
  }

  private String inWords(Duration left) {
    long seconds = left.toSeconds();
    return seconds < 90
        ? texts.of("compare.repeat.seconds", (int) seconds + 1)
        : texts.of("compare.repeat.minutes", (int) ((seconds + 30) / 60));
  }

  /** Whether the fields, and what came out, are shown. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The number of pairs asked for. */
  public TypedSetting pairs() {
    return pairs;
  }

  /** The number of epochs asked for. */
  public TypedSetting epochs() {
    return epochs;
  }

  /** The number of pairs that was set last and is one. */
  public ReadOnlyIntegerProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Why the pair cannot be repeated, in one sentence; empty if it can. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** The progress, with what came out so far; null before anything was begun. */
  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
