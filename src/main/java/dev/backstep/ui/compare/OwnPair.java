package dev.backstep.ui.compare;

import dev.backstep.training.RunSettings;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.settings.SettingsViewModel;
import dev.backstep.words.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The settings of two runs of the user's own choice, while they are being edited. */
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
    Stream.of(a, b)
        .flatMap(side -> side.typed().stream())
        .forEach(each -> each.refusalProperty().addListener(observable -> showRefusal()));
  }

  /** Shows what is refused first, if anything is of A. */
  private void showRefusal() {
    String ofA = refusal("compare.a", a);
    error.set(ofA.isEmpty() ? refusal("compare.b", b) : ofA);
  }

  private String refusal(String key, SettingsViewModel side) {
    return side.typed().stream()
        .map(each -> each.refusalProperty().get())
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .map(reason -> texts.of("compare.own.error", texts.of(key), reason))
        .orElse("");
  }

  /** Fills the fields from a pair. */
  void show(Comparison pair) {
    a.show(pair.a());
    b.show(pair.b());
    error.set("");
  }

  /**
   * The pair in the fields; or nothing, a sentence at each field that is refused, and one of them
   * in {@link #errorProperty}.
   *
   * @param longest T of the longest sequence that it is to train on
   */
  Optional<Comparison> read(int longest) {
    a.setLongest(() -> longest);
    b.setLongest(() -> longest);
    Optional<RunSettings> left = a.read();
    Optional<RunSettings> right = b.read();
    showRefusal();
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Comparison pair = new Comparison(left.get(), right.get());
    if (pair.differing().isEmpty()) {
      error.set(texts.of("compare.own.same"));
      return Optional.empty();
    }
    return Optional.of(pair);
  }

  /** Says how many characters there are in the text that the pair is for. */
  void setVocabulary(int characters) {
    a.setVocabulary(characters);
    b.setVocabulary(characters);
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

  /** The error in the fields, in one sentence; empty if there is none. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
