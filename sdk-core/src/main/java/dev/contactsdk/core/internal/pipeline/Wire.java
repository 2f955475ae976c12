package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.ResponseTooLargeException;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.internal.privacy.OneLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The end of the pipeline. Sends the request, and reports how far a broken exchange got. */
record Wire(Transport transport, Masking masking, BooleanSupplier closed)
    implements Interceptor.Next {
  /** The chain of causes may be circular. */
  private static final int MOST_CAUSES = 20;

  private static final String BAD_CERTIFICATE =
      "the server's certificate is not accepted: check the base URL, this machine's clock and its"
          + " trusted authorities";

  @Override
  public HttpResponse proceed(HttpRequest request) {
    CallContext call = CallContext.of(request);
    if (closed.getAsBoolean()) {
      throw new CanceledException(
          call.failure(Outcome.NOT_SENT, null), "the client was closed", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CanceledException(
          call.failure(Outcome.NOT_SENT, null), "the thread is interrupted", null);
    }
    if (call.attemptNanos() <= 0) {
      throw new CallTimeoutException(
          call.failure(Outcome.NOT_SENT, null),
          "the call's deadline passed before the request could be sent",
          null);
    }
    HttpResponse response = send(request);
    IOException broken = response.bodyFailure();
    if (broken != null && response.isSuccess()) {
      throw failure(
          call.failure(
              UnreadableSuccess.outcome(request, response),
              CallContext.mask(masking, request).id(RequestIds.in(response.headers()))),
          broken,
          "the vendor answered success"
              + (SeveralRecords.advice(request) == null ? "" : " for some or all of the records")
              + ", but the answer was cut off");
    }
    return response;
  }

  private HttpResponse send(HttpRequest request) {
    CallContext call = CallContext.of(request);
    HttpResponse response;
    boolean sent = true;
    try {
      response = transport.send(request);
    } catch (SdkException e) {
      throw e;
    } catch (NotSentException e) {
      sent = false;
      Throwable cause = e.getCause();
      IOException reason = cause instanceof IOException io ? io : e;
      String what =
          CertificateFailure.isIn(reason) ? BAD_CERTIFICATE : "no connection" + to(reason);
      throw failure(call.failure(Outcome.NOT_SENT, null), reason, what);
    } catch (IOException | RuntimeException e) {
      throw failure(call.failure(Outcome.UNKNOWN, null), e, "the exchange was cut off");
    } finally {
      if (sent) {
        call.requestMayHaveLeft();
      }
    }
    if (response == null) {
      throw new ResponseFormatException(
          call.failure(Outcome.UNKNOWN, null),
          "the transport returned null: it must return an answer or throw an IOException",
          null);
    }
    return response;
  }

  /** For a failed connect, messages of the JDK and OkHttp contain only addresses. */
  private static String to(IOException reason) {
    String address = OneLine.id(reason.getMessage());
    if (address == null) {
      return "";
    }
    if (reason instanceof UnknownHostException) {
      return ", the name cannot be resolved: " + address;
    }
    return reason instanceof ConnectException
            || reason instanceof NoRouteToHostException
            || reason instanceof SocketTimeoutException
        ? ": " + address
        : "";
  }

  /** OkHttp's message for a malformed answer quotes it, so message and cause are left out. */
  private SdkException failure(Failure facts, Exception reason, String what) {
    if (reason instanceof ProtocolException || reason instanceof RuntimeException) {
      return new ResponseFormatException(
          facts,
          what
              + ": the answer is not proper HTTP, or an interceptor failed ("
              + reason.getClass().getSimpleName()
              + ")",
          null);
    }
    if (reason instanceof ResponseTooLargeException) {
      return new ResponseFormatException(facts, what + ": " + reason.getMessage(), null);
    }
    Exception cause = quotesTheAnswer(reason) ? withoutText(reason) : reason;
    if (closed.getAsBoolean()) {
      return new CanceledException(facts, "the client was closed, and " + what, cause);
    }
    if (Thread.currentThread().isInterrupted()) {
      return new CanceledException(facts, "cancelled, and " + what, cause);
    }
    if (reason instanceof InterruptedIOException) {
      return new CallTimeoutException(facts, what + " when its time was up", cause);
    }
    return new ConnectionException(
        facts, what + " (" + reason.getClass().getSimpleName() + ")", cause);
  }

  /** For a truncated line, Okio's message quotes the received bytes in hexadecimal. */
  private static boolean quotesTheAnswer(Exception reason) {
    return Stream.iterate((Throwable) reason, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .map(Throwable::getMessage)
        .anyMatch(text -> text != null && text.contains("content="));
  }

  private static EOFException withoutText(Exception reason) {
    EOFException cut = new EOFException("the connection was cut");
    cut.setStackTrace(reason.getStackTrace());
    return cut;
  }
}
