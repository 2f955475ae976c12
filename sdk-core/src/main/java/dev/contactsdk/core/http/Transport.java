package dev.contactsdk.core.http;

import java.io.IOException;

/**
 * Sends one request and returns its answer. It runs below retries, limits and auth. It must send
 * each request at most once and must not follow redirects, because only the stages above know what
 * may be repeated.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends the request once and reads the whole answer.
   *
   * @param request the request, with its credential; its {@link CallInfo#attemptNanos()} is the
   *     time allowed
   * @return the answer with any status; if the body is incomplete, {@link
   *     HttpResponse#bodyFailure()} is set
   * @throws NotSentException when no byte of the request has been sent
   * @throws IOException on any other failure; the SDK then assumes that the request may have
   *     arrived
   */
  HttpResponse send(HttpRequest request) throws IOException;

  /** Closes this transport's resources. Does nothing by default; may be called twice. */
  @Override
  default void close() {}
}
