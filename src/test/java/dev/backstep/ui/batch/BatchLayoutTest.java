package dev.backstep.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchLayoutTest {
  @Test
  void everyColumnIsSeenWhereThereIsRoom() {
    BatchLayout layout = BatchLayout.of(16, 15, 14, 400, 16);
    assertThat(layout.first()).isZero();
    assertThat(layout.seen()).isEqualTo(15);
    assertThat(layout.square()).isEqualTo(16);
    assertThat(layout.columnAt(layout.x(14) + 1)).isEqualTo(14);
    assertThat(layout.columnAt(layout.x(14) + 17)).isEqualTo(-1);
    assertThat(layout.rowAt(layout.y(15) + 1)).isEqualTo(15);
    assertThat(layout.rowAt(layout.height() + 1)).isEqualTo(-1);
    assertThat(layout.barsBegin() + layout.bars()).isLessThan(400);
  }

  @Test
  void otherwiseTheOneUnderTheCursorIs() {
    for (int cursor : new int[] {-1, 0, 250, 499}) {
      BatchLayout layout = BatchLayout.of(4, 500, cursor, 300, 16);
      assertThat(layout.square()).isGreaterThanOrEqualTo(6);
      assertThat(layout.seen()).isBetween(20, 60);
      assertThat(Math.max(0, cursor)).isBetween(layout.first(), layout.first() + layout.seen() - 1);
      assertThat(layout.first() + layout.seen()).isLessThanOrEqualTo(500);
    }
  }
}
