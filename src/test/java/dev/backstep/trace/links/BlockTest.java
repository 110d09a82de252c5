package dev.backstep.trace.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {
  private final Block block = new Block(2, 4, 5, 7);

  @Test
  void itsFirstRowAndColumnAreOfItAndTheLimitsAreNot() {
    assertThat(block.hasRow(2)).isTrue();
    assertThat(block.hasRow(1)).isFalse();
    assertThat(block.hasRow(4)).isFalse();
    assertThat(block.hasCol(5)).isTrue();
    assertThat(block.hasCol(4)).isFalse();
    assertThat(block.hasCol(7)).isFalse();
  }

  @Test
  void anEntryIsOfItWhereItsRowAndItsColumnAre() {
    assertThat(block.contains(3, 6)).isTrue();
    assertThat(block.contains(3, 7)).isFalse();
    assertThat(block.contains(4, 6)).isFalse();
  }
}
