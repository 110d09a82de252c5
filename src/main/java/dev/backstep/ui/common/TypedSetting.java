package dev.backstep.ui.common;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A setting that is typed: its text as it stands in the field, and why it is refused. Nothing is
 * refused before it is looked at; what is refused is looked at again while it is typed.
 */
public final class TypedSetting {
  private final StringProperty text = new SimpleStringProperty();
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final Consumer<String> check;
  private String shown;

  /**
   * @param check throws an {@link IllegalArgumentException} with the sentence that refuses a text
   */
  public TypedSetting(String initial, Consumer<String> check) {
    this.check = check;
    show(initial);
    text.addListener(observable -> lookAgain());
  }

  private void lookAgain() {
    if (!refusal.get().isEmpty()) {
      look();
    }
  }

  /** Looks whether the text is right, and says why not. */
  public boolean look() {
    try {
      check.accept(text.get());
      refusal.set("");
      return true;
    } catch (IllegalArgumentException e) {
      refusal.set(e.getMessage());
      return false;
    }
  }

  /** Shows a text that is right. */
  public void show(String right) {
    shown = right;
    text.set(right);
    refusal.set("");
  }

  /** It does not matter at present, whatever it is. */
  public void ignore() {
    refusal.set("");
  }

  /** Whether something else is in the field than what was shown there. */
  public boolean isEdited() {
    return !text.get().strip().equals(shown);
  }

  public StringProperty textProperty() {
    return text;
  }

  /** Why the text is refused, in one sentence; empty if it is not. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }
}
