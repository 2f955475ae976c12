package dev.contactsdk.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  private int retries() {
    int retries = 0;
    while (budget.pay()) {
      retries++;
    }
    return retries;
  }

  private void succeed(int times) {
    for (int i = 0; i < times; i++) {
      budget.succeeded();
    }
  }

  @Test
  void aHundredRetriesInARowThenOnePerFiveSuccesses() {
    assertThat(retries()).isEqualTo(100);
    succeed(4);
    assertThat(retries()).isZero();
    succeed(1);
    assertThat(retries()).isEqualTo(1);
    succeed(10);
    assertThat(retries()).isEqualTo(2);
  }

  @Test
  void successesDoNotSaveUpMoreThanAHundred() {
    succeed(1000);
    assertThat(retries()).isEqualTo(100);
  }

  @Test
  void noWaitAtAllIsAPolicyToo() {
    Duration none = Duration.ZERO;
    RetryPolicy eager = new RetryPolicy(1, none, none, none, none);
    assertThat(eager.delayBound(1, false)).isZero();
    assertThat(eager.delayBound(50, true)).isZero();
  }

  @Test
  void boundsDoubleUpToTheLongest() {
    RetryPolicy policy = RetryPolicy.standard();
    assertThat(policy.delayBound(2, false)).isEqualTo(Duration.ofMillis(400));
    assertThat(policy.delayBound(3, true)).isEqualTo(Duration.ofSeconds(20));
    assertThat(policy.delayBound(Integer.MAX_VALUE, false)).isEqualTo(Duration.ofSeconds(20));
  }
}
