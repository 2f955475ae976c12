package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowIdsTest {
  @Test
  void eachIdIsThereOnceItWasAdded() {
    RowIds ids = new RowIds();
    for (int i = 0; i < 100_000; i++) {
      long hash = RowIds.hash("c-" + i);
      assertThat(ids.contains(hash)).isFalse();
      assertThat(ids.add(hash)).isTrue();
      assertThat(ids.add(hash)).isFalse();
      assertThat(ids.contains(hash)).isTrue();
    }
  }

  @Test
  void aMillionIdsTakeAtMostSixteenBytesEachAtAnyTime() {
    RowIds ids = new RowIds();
    assertThat(ids.bytes()).isPositive();
    for (int count = 1; count <= 1_000_000; count++) {
      assertThat(ids.add(RowIds.hash("0190-" + count))).isTrue();
      if (count > 1000 && ids.bytes() > 16L * count) {
        throw new AssertionError(ids.bytes() + " bytes for " + count + " ids");
      }
    }
  }

  @Test
  void aRowWithoutAnIdIsNeverThere() {
    RowIds ids = new RowIds();
    assertThat(List.of(RowIds.hash(null), RowIds.hash(""), RowIds.hash(" \t")))
        .containsOnly(RowIds.NONE);
    assertThat(ids.add(RowIds.NONE)).isTrue();
    assertThat(ids.add(RowIds.NONE)).isTrue();
    assertThat(ids.contains(RowIds.NONE)).isFalse();
  }

  @Test
  void aHashIsTheSameInEveryVersionBecauseCursorsCarryIt() {
    assertThat(RowIds.hash("c-1")).isEqualTo(4770918310162843831L);
    assertThat(RowIds.hash("66bb00000000000000000001")).isEqualTo(-6136357340041657412L);
  }

  @Test
  void idsThatDifferLittleHaveHashesThatDiffer() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 300_000; i++) {
      hashes.add(RowIds.hash(Integer.toHexString(i)));
      hashes.add(RowIds.hash("a" + Integer.toHexString(i) + "-000000000000"));
    }
    assertThat(hashes).hasSize(600_000);
  }
}
