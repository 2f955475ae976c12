package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import java.time.Duration;

/**
 * What one run of a create can do: send, and look for what was sent. A run that creates several
 * records keeps what it has found of them here.
 *
 * @param <T> what the call answers
 */
public interface CreateSteps<T> {
  /**
   * Sends what is not known to be there.
   *
   * @param scope the run it belongs to
   * @return the answer, whole
   */
  ApiResponse<T> send(CallScope scope);

  /**
   * What is known without a look at the vendor's records.
   *
   * @return nothing of a single record; of several, a row for each
   */
  default LookUp<T> known() {
    return LookUp.nothing();
  }

  /**
   * Looks in the place where it is found fastest, if it is found there. That it is not found proves
   * nothing.
   *
   * @param scope the run it belongs to
   * @return what was found; what is known without a look unless overridden
   */
  default LookUp<T> glance(CallScope scope) {
    return known();
  }

  /**
   * Goes through all the vendor's records until everything is found.
   *
   * @param scope the run it belongs to
   * @return what was found; what was not found was not there
   */
  LookUp<T> find(CallScope scope);

  /**
   * How long a request may still be carried out after its connection broke, as a rule.
   *
   * @return zero where the vendor refuses duplicates itself
   */
  Duration usualSettle();
}
