package dev.backstep.ui.mycode;

import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedException;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.paint.Background;
import dev.backstep.words.PrintedReport;
import dev.backstep.words.Texts;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a notebook printed, pasted from the clipboard, and what is wrong with it. */
public final class PastedViewModel {
  private final Texts texts;
  private final Consumer<Notice> told;
  private final ReadOnlyObjectWrapper<PrintedCheck> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper judging = new ReadOnlyBooleanWrapper();
  private AtomicBoolean cancelled = new AtomicBoolean();

  /** A check, or one sentence that says why there is none. */
  private record Outcome(@Nullable PrintedCheck check, String refusal) {}

  PastedViewModel(Texts texts, Consumer<Notice> told) {
    this.texts = texts;
    this.told = told;
  }

  /**
   * Judges a text on another thread; what was shown stays if it is refused.
   *
   * @param text null if the clipboard has none
   * @return whether there is anything to judge
   */
  public boolean paste(@Nullable String text) {
    if (text == null || text.isBlank()) {
      told.accept(new Notice(true, texts.of("mycode.pasted.nothing")));
      return false;
    }
    cancel();
    AtomicBoolean isCancelled = new AtomicBoolean();
    cancelled = isCancelled;
    judging.set(true);
    Background.run(() -> judged(text, isCancelled), outcome -> show(outcome, isCancelled));
    return true;
  }

  private Outcome judged(String text, AtomicBoolean isCancelled) {
    try {
      String source = texts.of("mycode.pasted.source");
      return new Outcome(PrintedCheck.of(source, text, isCancelled::get), "");
    } catch (PrintedException refused) {
      return new Outcome(null, String.valueOf(refused.getMessage()));
    }
  }

  private void show(Outcome outcome, AtomicBoolean isCancelled) {
    if (isCancelled.get()) {
      return;
    }
    judging.set(false);
    if (outcome.check() == null) {
      told.accept(new Notice(true, outcome.refusal()));
    } else {
      check.set(outcome.check());
    }
  }

  /** Stops judging; what was shown stays. */
  public void cancel() {
    cancelled.set(true);
    judging.set(false);
  }

  /** Puts the numbers away; whether there were any. */
  public boolean close() {
    boolean wasOpen = check.get() != null;
    check.set(null);
    return wasOpen;
  }

  /** The report as text, as the command prints it. */
  public String report() {
    PrintedReport report = new PrintedReport(texts.of("mycode.pasted.source"), check.get());
    return String.join("\n", report.lines()) + "\n";
  }

  /** What was pasted last, judged; null if nothing is shown. */
  public ReadOnlyObjectProperty<PrintedCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** Whether a text is being judged. */
  public ReadOnlyBooleanProperty judgingProperty() {
    return judging.getReadOnlyProperty();
  }
}
