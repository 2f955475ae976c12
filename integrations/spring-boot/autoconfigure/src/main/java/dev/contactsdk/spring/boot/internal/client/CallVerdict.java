package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;

/** What a failed call says about the vendor and the account. */
enum CallVerdict {
  /** The vendor answered, and the account works: the input was refused. */
  UP,
  /** The vendor does not answer, or not to this account. */
  DOWN,
  /** The call ended here. */
  NONE;

  static CallVerdict of(SdkException failure) {
    if (failure instanceof UnconfirmedWriteException
        && failure.getCause() instanceof SdkException cause) {
      return of(cause);
    }
    if (failure instanceof ApiException refusal) {
      return of(refusal);
    }
    return failure instanceof CanceledException
            || failure instanceof InvalidRequestException
            || failure instanceof IncompleteListException
            || failure instanceof RateLimitWaitException
        ? NONE
        : DOWN;
  }

  private static CallVerdict of(ApiException refusal) {
    return refusal instanceof ApiException.Unauthorized
            || refusal instanceof ApiException.PaymentRequired
            || refusal instanceof ApiException.ServerError
        ? DOWN
        : UP;
  }
}
