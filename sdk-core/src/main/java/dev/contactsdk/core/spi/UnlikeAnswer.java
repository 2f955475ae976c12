package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.util.List;

/** A success of a create that shows something else than was sent. */
public final class UnlikeAnswer {
  private UnlikeAnswer() {}

  /**
   * An answer with another record.
   *
   * @param operation the operation
   * @param response the answer
   * @param what what the record has that was not sent, such as "another phone number"
   * @return the failure: nobody knows whether what was sent was created
   */
  public static UnconfirmedWriteException of(
      String operation, ApiResponse<?> response, String what) {
    List<Row> rows = List.of(new Row(Outcome.UNKNOWN, response.body()));
    return of(operation, response, rows, "with a record that has " + what + " than was sent");
  }

  /**
   * An answer about several records.
   *
   * @param operation the operation
   * @param response the answer
   * @param rows what it says of each record that was sent
   * @param what how it differs, to stand after the status; no personal data
   * @return the failure
   */
  public static UnconfirmedWriteException of(
      String operation, ApiResponse<?> response, List<Row> rows, String what) {
    Failure failure =
        new Failure(operation, false, Outcome.UNKNOWN, response.requestId(), response.attempts());
    String message = "HTTP " + response.status() + " " + what;
    return new UnconfirmedWriteException(
        failure, rows, 0, new ResponseFormatException(failure, message, null));
  }
}
