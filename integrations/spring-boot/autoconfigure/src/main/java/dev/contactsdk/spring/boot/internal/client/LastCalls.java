package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Remembers how a client's last calls ended, as far as that says something about the vendor. */
public final class LastCalls implements CallListener {
  /**
   * A call's end.
   *
   * @param at when
   * @param operation what, such as {@code kore.contacts.create}
   * @param failure why the vendor counts as down; null when it is up
   */
  public record End(Instant at, String operation, @Nullable SdkException failure) {}

  private final InstantSource clock;
  private volatile @Nullable End last;
  private volatile @Nullable End lastSuccess;

  LastCalls(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CallEvents newCall(String vendor) {
    return new OneCall();
  }

  private final class OneCall implements CallEvents {
    private String operation = "";

    @Override
    public void started(CallInfo call) {
      operation = call.operation();
    }

    @Override
    public void ended(CallEnd call) {
      if (call.failure() == null) {
        up(operation);
      } else if (call.failure() instanceof SdkException known) {
        failed(operation, known);
      }
    }
  }

  private void failed(String operation, SdkException failure) {
    switch (CallVerdict.of(failure)) {
      case UP -> up(operation);
      case DOWN -> last = new End(clock.instant(), operation, failure);
      case NONE -> {}
    }
  }

  private void up(String operation) {
    End end = new End(clock.instant(), operation, null);
    last = end;
    lastSuccess = end;
  }

  /** The last call that says something; null when there was none. */
  public @Nullable End last() {
    return last;
  }

  /** The last call that the vendor answered; null when there was none. */
  public @Nullable End lastSuccess() {
    return lastSuccess;
  }
}
