package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.util.List;

/** Failures for a successful create whose answer differs from what was sent. */
public final class UnlikeAnswer {
  private UnlikeAnswer() {}

  /**
   * Creates the failure for an answer with another record.
   *
   * @param engine the client's engine
   * @param endpoint the operation
   * @param response the answer
   * @param what what differs in the record, such as "another phone number"
   * @return the failure; it is unknown whether the sent record was created
   */
  public static UnconfirmedWriteException of(
      ApiEngine engine, Endpoint<?> endpoint, ApiResponse<?> response, String what) {
    List<Row> rows = List.of(new Row(Outcome.UNKNOWN, response.body()));
    return of(
        engine, endpoint, response, rows, "with a record that has " + what + " than was sent");
  }

  /**
   * Creates the failure for an answer about several records.
   *
   * @param engine the client's engine
   * @param endpoint the operation
   * @param response the answer
   * @param rows what it says about each record sent
   * @param what how it differs, appended to the status; no personal data
   * @return the failure
   */
  public static UnconfirmedWriteException of(
      ApiEngine engine,
      Endpoint<?> endpoint,
      ApiResponse<?> response,
      List<Row> rows,
      String what) {
    Failure failure =
        new Failure(
            endpoint.operation(),
            false,
            Outcome.UNKNOWN,
            response.requestId(),
            response.attempts(),
            engine.described(endpoint),
            response.waited());
    String message = "HTTP " + response.status() + " " + what;
    return new UnconfirmedWriteException(
        failure, rows, 0, new ResponseFormatException(failure, message, null));
  }
}
