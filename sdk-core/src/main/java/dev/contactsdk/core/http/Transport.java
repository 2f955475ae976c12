package dev.contactsdk.core.http;

import java.io.IOException;

/**
 * Carries one request to the server and its answer back: the seam below retries, limits and auth.
 * It must send each request at most once and follow no redirect, for only the stages above know
 * what may be repeated.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends the request once and reads the whole answer.
   *
   * @param request the request, with its credential; its {@link CallInfo#attemptNanos()} is the
   *     time allowed
   * @return the answer, whatever its status; where the body broke off, with {@link
   *     HttpResponse#bodyFailure()} set
   * @throws NotSentException when no byte of the request has been sent
   * @throws IOException on any other failure: the request is then taken to have possibly arrived
   */
  HttpResponse send(HttpRequest request) throws IOException;

  /** Closes what this transport has opened. Does nothing unless overridden; may be called twice. */
  @Override
  default void close() {}
}
