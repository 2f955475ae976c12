package dev.contactsdk.transfer.target;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one request that writes contacts. */
public sealed interface WriteAnswer {
  /**
   * The target answered with success.
   *
   * @param rows one for each row of the request, in its order; never null
   * @param requestId the target's id of the request; null if there is none
   */
  record Answered(List<RowAnswer> rows, @Nullable String requestId) implements WriteAnswer {
    /**
     * Makes the rows unmodifiable.
     *
     * @param rows one for each row of the request
     * @param requestId the target's id of the request; null if there is none
     */
    public Answered {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The target refused the request because of its rows. With one row, it was not written. With
   * several, nothing is known about any of them.
   *
   * @param reason the target's words, without personal data
   * @param taken whether the target says that a number is taken
   * @param requestId the target's id of the request; null if there is none
   */
  record Refused(String reason, boolean taken, @Nullable String requestId) implements WriteAnswer {}

  /**
   * No answer tells what became of the rows: each may have been written.
   *
   * @param reason what happened, without personal data
   * @param requestId the target's id of the request; null if there is none
   */
  record Lost(String reason, @Nullable String requestId) implements WriteAnswer {}

  /**
   * Nothing was written, and the same request may go through later: the target cannot be reached,
   * or its limit is used up.
   *
   * @param reason what happened, without personal data
   * @param retryAfter how long to wait; null if nobody says
   * @param limited whether the target's limit refused it
   */
  record NotSent(String reason, @Nullable Duration retryAfter, boolean limited)
      implements WriteAnswer {}

  /**
   * The target takes no request of this size. Nothing was written.
   *
   * @param reason the target's words, without personal data
   */
  record TooLarge(String reason) implements WriteAnswer {}

  /**
   * Nothing was written, and no request will be: the credential, the permission or the account is
   * refused.
   *
   * @param reason the target's words, without personal data
   */
  record Denied(String reason) implements WriteAnswer {}
}
