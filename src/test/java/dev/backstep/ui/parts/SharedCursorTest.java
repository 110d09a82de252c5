package dev.backstep.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedCursorTest {
  private final SharedCursor cursor = new SharedCursor();

  @Test
  void itGoesStepByStepAndStaysWithinTheSequence() {
    cursor.setLength(3);
    cursor.previous();
    assertThat(at()).isZero();
    cursor.next();
    assertThat(at()).isEqualTo(1);
    cursor.last();
    cursor.next();
    assertThat(at()).isEqualTo(2);
    cursor.first();
    assertThat(at()).isZero();
  }

  @Test
  void aShorterSequenceTakesItAlongAndALongerOneLeavesItWhereItIs() {
    cursor.setLength(9);
    cursor.goTo(7);
    cursor.setLength(4);
    assertThat(at()).isEqualTo(3);
    cursor.setLength(9);
    assertThat(at()).isEqualTo(3);
  }

  private int at() {
    return cursor.timestepProperty().get();
  }
}
