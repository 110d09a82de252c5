package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.model.Truncation;
import dev.backstep.text.Corpus;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** A right run and one with a fault, in lock step on the same sequences in the same order. */
public final class LabPair {
  /**
   * A pair, by its text and how the wrong run is set.
   *
   * @param isHidden whether it must not be said which fault it has
   */
  private record Kind(Corpus corpus, RunSettings wrong, boolean isHidden) {
    /** A pair whose fault was named already is none of a fault that is hidden. */
    private boolean isSame(@Nullable Kind other) {
      return other != null
          && corpus == other.corpus
          && wrong.equals(other.wrong)
          && (!isHidden || other.isHidden);
    }
  }

  private final SessionViewModel session;
  private final EarlierPairs<Boolean> earlier;
  private final ReadOnlyBooleanWrapper other = new ReadOnlyBooleanWrapper();
  private Consumer<Fault> back = fault -> {};

  /** The pair that belongs to what the lab shows, and the one that was begun last. */
  private @Nullable Kind wanted;

  private @Nullable Kind begun;

  /** Whether it must not be said which fault the pair has that is open. */
  private boolean isOpenHidden;

  /**
   * @param session of two runs
   */
  LabPair(Texts texts, SessionViewModel session) {
    this.session = session;
    earlier =
        new EarlierPairs<>(
            texts, session, pair -> name(texts, pair), () -> isOpenHidden, this::restore);
    session
        .dataProperty()
        .addListener((property, before, now) -> isOpenHidden = begun != null && begun.isHidden());
  }

  private String name(Texts texts, Comparison pair) {
    boolean isHidden = begun != null && begun.isHidden();
    return isHidden ? texts.of("lab.pair.hidden") : new SettingWords(texts).fault(pair.b().fault());
  }

  /** Says who is told which fault a pair has that is back and is as it would begin now. */
  void onBack(Consumer<Fault> receiver) {
    back = receiver;
  }

  private void restore(boolean isHidden) {
    begun =
        new Kind(session.dataProperty().get().corpus(), wrong().settingsProperty().get(), isHidden);
    Fault fault = begun.wrong().fault();
    Kind now = wanted();
    Kind asNow = new Kind(now.corpus(), now.wrong().withFault(fault), isHidden);
    if (!isHidden && asNow.isSame(begun)) {
      back.accept(fault);
    }
    compare();
  }

  /**
   * Begins a pair, unless the one that lies open is of this text, these settings and this fault
   * already.
   *
   * @param isHidden whether it must not be said which fault it is
   */
  void prepare(TrainingData data, RunSettings settings, Fault fault, boolean isHidden) {
    Kind now = new Kind(data.corpus(), whole(settings).withFault(fault), isHidden);
    if (!now.isSame(wanted)) {
      wanted = now;
      if (!now.isSame(begun)) {
        beginShown();
      }
    }
    compare();
  }

  /**
   * The evidence is of the whole gradient, which is what differences of the loss are compared to.
   */
  private static RunSettings whole(RunSettings settings) {
    return settings.withTruncation(Truncation.NONE);
  }

  /** Begins the pair of what the lab shows, as soon as the one that is open may make way. */
  public void beginShown() {
    session.leave(this::begin);
  }

  private void begin() {
    Kind now = wanted();
    begun = now;
    RunSettings wrong = now.wrong();
    session.openAtOnce(now::corpus, List.of(wrong.withFault(Fault.NONE), wrong));
    compare();
  }

  private Kind wanted() {
    return Objects.requireNonNull(wanted, "nothing is shown yet");
  }

  private void compare() {
    other.set(!wanted().isSame(begun));
  }

  /** The verdict on the two losses. */
  public LossVerdict verdict() {
    if (right().losses().size() == 0 || wrong().losses().size() == 0) {
      return LossVerdict.NOT_TRAINED;
    }
    boolean isDiverged = wrong().divergenceProperty().get() != null;
    return LossVerdict.of(
        right().losses().size(),
        right().smoothedLosses().last(),
        isDiverged ? Double.NaN : wrong().smoothedLosses().last(),
        StrictMath.log(session.dataProperty().get().corpus().vocabulary().size()));
  }

  /** The pairs that others took the place of. */
  public EarlierPairs<Boolean> earlier() {
    return earlier;
  }

  /** Whether the pair that is open is of another fault or run than what the lab shows. */
  public ReadOnlyBooleanProperty otherProperty() {
    return other.getReadOnlyProperty();
  }

  /** The name of the pair that is open. */
  public String name() {
    return earlier.name();
  }

  public RunViewModel right() {
    return session.runs().get(0);
  }

  public RunViewModel wrong() {
    return session.runs().get(1);
  }

  public SessionViewModel session() {
    return session;
  }
}
