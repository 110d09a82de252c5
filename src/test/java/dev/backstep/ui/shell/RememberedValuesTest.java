package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedValuesTest {
  private final Preferences place =
      Preferences.userNodeForPackage(RememberedValuesTest.class).node("RememberedValuesTest");

  private RememberedValues ofAProgram() {
    RememberedValues values = new RememberedValues(place);
    values.getBoolean("dark", false);
    values.getInt("chapter", 0);
    values.getDouble("width", 0);
    return values;
  }

  @AfterEach
  void removeThem() throws BackingStoreException {
    place.removeNode();
    Preferences.userRoot().flush();
  }

  @Test
  void whatAnotherProgramChangedStaysThoughThisOneHasItAsItWas() {
    RememberedValues one = ofAProgram();
    RememberedValues other = ofAProgram();
    other.putBoolean("dark", true);
    other.putInt("chapter", 3);
    one.putBoolean("dark", false);
    one.putInt("chapter", 0);
    one.putDouble("width", 1200);
    other.putDouble("width", 0);
    RememberedValues next = new RememberedValues(place);
    assertThat(next.getBoolean("dark", false)).isTrue();
    assertThat(next.getInt("chapter", 0)).isEqualTo(3);
    assertThat(next.getDouble("width", 0)).isEqualTo(1200);
  }

  @Test
  void whatIsChangedBackIsWrittenToo() {
    RememberedValues values = ofAProgram();
    values.putBoolean("dark", true);
    values.putBoolean("dark", false);
    values.flush();
    assertThat(place.getBoolean("dark", true)).isFalse();
  }
}
