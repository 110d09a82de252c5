package dev.backstep.ui.viewmodel;

import dev.backstep.training.RunSettings;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Two runs that somebody sets as they like, while they are being edited. */
public final class OwnPair {
  private final Texts texts;
  private final SettingsViewModel a;
  private final SettingsViewModel b;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  OwnPair(Texts texts) {
    this.texts = texts;
    a = new SettingsViewModel(texts);
    b = new SettingsViewModel(texts);
  }

  /** Fills the fields from a pair. */
  void show(Comparison pair) {
    a.show(pair.a());
    b.show(pair.b());
    error.set("");
  }

  /**
   * The pair in the fields, or nothing and a sentence in {@link #errorProperty}.
   *
   * @param longest T of the longest sequence that it is to train on
   */
  Optional<Comparison> read(int longest) {
    Optional<RunSettings> left = read("compare.a", a, longest);
    Optional<RunSettings> right = left.flatMap(read -> read("compare.b", b, longest));
    Optional<Comparison> pair = right.map(read -> new Comparison(left.get(), read));
    pair.ifPresent(
        read -> error.set(read.differing().isEmpty() ? texts.of("compare.own.same") : ""));
    return pair.filter(read -> !read.differing().isEmpty());
  }

  private Optional<RunSettings> read(String key, SettingsViewModel side, int longest) {
    Optional<RunSettings> read = side.read();
    String reason = side.errorProperty().get();
    if (read.isPresent()) {
      reason = reasonAgainst(read.get(), longest);
    }
    error.set(texts.of("compare.own.error", texts.of(key), reason));
    String refused = reason;
    return read.filter(settings -> refused.isEmpty());
  }

  /** Why sequences so long cannot be run with it; empty if they can. */
  private static String reasonAgainst(RunSettings settings, int longest) {
    try {
      settings.hiddenState().requireLength(longest);
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  public SettingsViewModel a() {
    return a;
  }

  public SettingsViewModel b() {
    return b;
  }

  /** Whether the fields are shown. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** What is wrong with the fields in one sentence; empty if nothing is. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
