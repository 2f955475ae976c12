package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import org.junit.jupiter.api.Test;

/** Where "never two contacts" ends: a request that is carried out after the time to settle. */
class CreatesLimitTest {
  private static final String DIGITS = "2025550100";

  private final CreatesNetwork network = new CreatesNetwork();

  /** The first create is carried out only when the second one has been answered. */
  private int contactsAfterALateFirst(CreatesVendor vendor) {
    network.holdNextCreate();
    vendor.create(DIGITS, OnUnknown.lookUpThenResend()).execute();
    assertThat(vendor.stored()).containsOnlyKeys(DIGITS).containsEntry(DIGITS, 1);
    network.deliver();
    return vendor.stored().get(DIGITS);
  }

  @Test
  void koreRefusesTheLateOne() {
    try (CreatesVendor vendor = new CreatesKore(new CreatesTime(), network)) {
      assertThat(contactsAfterALateFirst(vendor)).isEqualTo(1);
      assertThat(vendor.sandbox().requestCount(vendor.creates())).isEqualTo(2);
    }
  }

  @Test
  void truedyTakesItAsItsDocumentationAllows() {
    try (CreatesVendor vendor = new CreatesTruedy(new CreatesTime(), network)) {
      assertThat(contactsAfterALateFirst(vendor)).isEqualTo(2);
      assertThat(vendor.sandbox().requestCount(vendor.creates())).isEqualTo(2);
    }
  }
}
