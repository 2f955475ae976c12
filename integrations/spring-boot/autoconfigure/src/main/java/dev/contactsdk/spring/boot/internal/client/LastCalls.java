package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Remembers how a client's last calls ended, as far as that says something about the vendor. */
public final class LastCalls implements Interceptor {
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
  public HttpResponse intercept(HttpRequest request, Next next) {
    String operation = request.call().operation();
    try {
      HttpResponse response = next.proceed(request);
      up(operation);
      return response;
    } catch (SdkException e) {
      ended(operation, e);
      throw e;
    }
  }

  private void ended(String operation, SdkException failure) {
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
