package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import java.time.Duration;

/**
 * The steps of one run of a create: send, and look for what was sent. A run that creates several
 * records stores what it has found here.
 *
 * @param <T> the answer's type
 */
public interface CreateSteps<T> {
  /**
   * Sends the records that are not known to exist.
   *
   * @param scope the run it belongs to
   * @return the complete answer
   */
  ApiResponse<T> send(CallScope scope);

  /**
   * What is known without looking at the vendor's records.
   *
   * @return nothing for a single record; one row for each of several
   */
  default LookUp<T> known() {
    return LookUp.nothing();
  }

  /**
   * Looks in the place that is fastest to search. Not finding a record there proves nothing.
   *
   * @param scope the run it belongs to
   * @return what was found; {@link #known()} unless overridden
   */
  default LookUp<T> glance(CallScope scope) {
    return known();
  }

  /**
   * Searches all the vendor's records until everything is found.
   *
   * @param scope the run it belongs to
   * @return what was found; anything else did not exist
   */
  LookUp<T> find(CallScope scope);

  /**
   * How long after a broken connection the vendor may usually still process the request.
   *
   * @return zero if the vendor itself rejects duplicates
   */
  Duration usualSettle();
}
