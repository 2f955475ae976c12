package dev.contactsdk.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one request. Immutable; a method that changes it gives a changed
 * copy.
 *
 * <p>A fault either leaves the server's state alone, or happens after the request was carried out
 * ("stored"): that is what tells a lost request from a lost answer.
 */
public final class Fault {

  /** Where in the answer the connection ends. */
  enum Cut {
    NONE,
    AT_START,
    STATUS_LINE,
    HEADERS,
    BODY,
    AT_END
  }

  private final boolean stores;
  private final Cut cut;
  private final double share;
  private final @Nullable Reply reply;
  private final @Nullable LimitAnswer limited;
  private final Duration delay;
  private final Duration stall;
  private final List<Map.Entry<String, String>> headers;
  private final boolean reset;

  private Fault(boolean stores, Cut cut, double share, @Nullable Reply reply) {
    this(stores, cut, share, reply, null, Duration.ZERO, Duration.ZERO, List.of(), false);
  }

  private Fault(
      boolean stores,
      Cut cut,
      double share,
      @Nullable Reply reply,
      @Nullable LimitAnswer limited,
      Duration delay,
      Duration stall,
      List<Map.Entry<String, String>> headers,
      boolean reset) {
    this.stores = stores;
    this.cut = cut;
    this.share = share;
    this.reply = reply;
    this.limited = limited;
    this.delay = delay;
    this.stall = stall;
    this.headers = List.copyOf(headers);
    this.reset = reset;
  }

  /**
   * An answer with this status and body; the request is not carried out.
   *
   * @param status the HTTP status
   * @param body the body, sent as {@code application/json} whatever it holds; empty for none
   * @param headers further headers, name and value in turn
   * @return the fault
   * @throws IllegalArgumentException for a header name without a value
   */
  public static Fault status(int status, String body, String... headers) {
    if (headers.length % 2 != 0) {
      throw new IllegalArgumentException("headers must be name and value in turn");
    }
    Reply reply = body.isEmpty() ? Reply.empty(status) : Reply.of(status, "application/json", body);
    for (int i = 0; i < headers.length; i += 2) {
      reply = reply.with(headers[i], headers[i + 1]);
    }
    return new Fault(false, Cut.NONE, 0, reply);
  }

  /**
   * The request is carried out, and then answered with this status, as a proxy does that lost its
   * backend.
   *
   * @param status the HTTP status, for example 500
   * @return the fault
   */
  public static Fault storeThenStatus(int status) {
    return status(status, "").storing();
  }

  /**
   * The request is carried out at once, the answer held back in real time.
   *
   * @param time how long
   * @return the fault
   */
  public static Fault delay(Duration time) {
    return new Fault(true, Cut.NONE, 0, null).delayed(time);
  }

  /**
   * The request is carried out, half of the answer's body is sent, the rest after a pause in real
   * time.
   *
   * @param time how long the pause is
   * @return the fault
   */
  public static Fault stallInBody(Duration time) {
    return new Fault(true, Cut.NONE, 0.5, null, null, Duration.ZERO, time, List.of(), false);
  }

  /**
   * The connection ends after the request was read; nothing is carried out, nothing answered.
   *
   * @return the fault
   */
  public static Fault cutBeforeStore() {
    return new Fault(false, Cut.AT_START, 0, null);
  }

  /**
   * The request is carried out, and the connection ends without an answer.
   *
   * @return the fault
   */
  public static Fault cutAfterStore() {
    return new Fault(true, Cut.AT_START, 0, null);
  }

  /**
   * The request is carried out, and the connection ends within the status line.
   *
   * @return the fault
   */
  public static Fault cutInStatusLine() {
    return new Fault(true, Cut.STATUS_LINE, 0, null);
  }

  /**
   * The request is carried out, and the connection ends within the headers of the answer.
   *
   * @return the fault
   */
  public static Fault cutInHeaders() {
    return new Fault(true, Cut.HEADERS, 0, null);
  }

  /**
   * The request is carried out, and the connection ends half way through the body of the answer.
   *
   * @return the fault
   */
  public static Fault halfBody() {
    return cutInBody(0.5);
  }

  /**
   * The request is carried out, and the connection ends within the body of the answer.
   *
   * @param share how much of the body is sent, from 0 (the headers only) to less than 1
   * @return the fault
   * @throws IllegalArgumentException for another share
   */
  public static Fault cutInBody(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share must be at least 0 and less than 1");
    }
    return new Fault(true, Cut.BODY, share, null);
  }

  /**
   * The request is carried out and answered in full, then the connection ends although nothing
   * announced it.
   *
   * @return the fault
   */
  public static Fault closeAfterAnswer() {
    return new Fault(true, Cut.AT_END, 0, null);
  }

  /**
   * The request is carried out and answered with status 200 and 512 bytes that are no JSON,
   * labelled as JSON; the same bytes every time.
   *
   * @return the fault
   */
  public static Fault garbage() {
    byte[] bytes = new byte[512];
    new Random(42).nextBytes(bytes);
    return respondWith(bytes, "application/json");
  }

  /**
   * The request is carried out and answered with status 200 and these bytes.
   *
   * @param body the body
   * @param contentType the value of {@code Content-Type}
   * @return the fault
   */
  public static Fault respondWith(byte[] body, String contentType) {
    return new Fault(true, Cut.NONE, 0, Reply.of(200, contentType, body));
  }

  /**
   * The request is carried out and answered with status 200 and this text in UTF-8.
   *
   * @param body the body
   * @param contentType the value of {@code Content-Type}
   * @return the fault
   */
  public static Fault respondWith(String body, String contentType) {
    return respondWith(body.getBytes(StandardCharsets.UTF_8), contentType);
  }

  /**
   * An answer that sends the client elsewhere; the request is not carried out.
   *
   * @param status the HTTP status, 301 to 308
   * @param location the value of {@code Location}
   * @return the fault
   */
  public static Fault redirect(int status, String location) {
    return status(status, "", "Location", location);
  }

  /**
   * The vendor's answer to one request too many; the request is not carried out.
   *
   * @param answer how it is worded
   * @param wait how long until a request would be admitted, where the wording tells
   * @return the fault
   */
  public static Fault rateLimited(LimitAnswer answer, Duration wait) {
    return new Fault(false, Cut.NONE, 0, null, answer, Duration.ZERO, wait, List.of(), false);
  }

  /**
   * The same, with the answer held back in real time.
   *
   * @param time how long
   * @return the changed copy
   */
  public Fault delayed(Duration time) {
    return new Fault(stores, cut, share, reply, limited, time, stall, headers, reset);
  }

  /**
   * The same, but the request is not carried out.
   *
   * @return the changed copy
   */
  public Fault withoutStoring() {
    return new Fault(false, cut, share, reply, limited, delay, stall, headers, reset);
  }

  /**
   * The same, but the request is carried out first.
   *
   * @return the changed copy
   */
  public Fault storing() {
    return new Fault(true, cut, share, reply, limited, delay, stall, headers, reset);
  }

  /**
   * The same with one more header on the answer.
   *
   * @param name the header's name
   * @param value the header's value
   * @return the changed copy
   */
  public Fault header(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Fault(stores, cut, share, reply, limited, delay, stall, more, reset);
  }

  /**
   * The same, but where the connection is cut it is reset (RST) and not closed in order (FIN).
   *
   * @return the changed copy
   */
  public Fault withReset() {
    return new Fault(stores, cut, share, reply, limited, delay, stall, headers, true);
  }

  boolean stores() {
    return stores;
  }

  Cut cut() {
    return cut;
  }

  Duration delay() {
    return delay;
  }

  /**
   * What is answered when the server has this to say; null stands for a request that was not
   * carried out.
   */
  Reply replyInsteadOf(@Nullable Reply carriedOut, Vendor vendor) {
    Reply answer = reply;
    if (limited != null) {
      answer = vendor.limited(limited, stall);
    } else if (answer == null) {
      answer = carriedOut == null ? new Reply(503, List.of(), ByteString.EMPTY) : carriedOut;
    }
    return answer.with(headers);
  }

  /** Prepares the connection for an answer of this size. */
  void arm(WireSocket socket, String statusLine, long headBytes, long bodyBytes) {
    long inBody = headBytes + (long) (bodyBytes * share);
    switch (cut) {
      case AT_START -> socket.cutAfter(0, reset);
      case STATUS_LINE -> socket.cutAfter(statusLine.length() / 2, reset);
      case HEADERS -> socket.cutAfter((statusLine.length() + headBytes) / 2, reset);
      case BODY -> socket.cutAfter(inBody, reset);
      case AT_END -> socket.cutAfter(headBytes + bodyBytes, reset);
      case NONE -> {
        if (limited == null && !stall.isZero()) {
          socket.pauseAfter(inBody, stall);
        }
      }
    }
  }
}
