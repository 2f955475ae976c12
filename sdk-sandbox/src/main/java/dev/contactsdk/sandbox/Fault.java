package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Damage;
import dev.contactsdk.sandbox.engine.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one request. Immutable; a method that changes it gives a changed
 * copy.
 *
 * <p>A fault either leaves the server's state alone, or happens after the request was carried out
 * ("stored"): that is what tells a lost request from a lost answer.
 */
public final class Fault {

  final Damage damage;

  private Fault(Damage damage) {
    this.damage = damage;
  }

  private static Fault of(boolean stores, Damage.Cut cut, double share, @Nullable Reply reply) {
    return new Fault(Damage.of(stores, cut, share, reply));
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
    return of(false, Damage.Cut.NONE, 0, reply);
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
    return of(true, Damage.Cut.NONE, 0, null).delayed(time);
  }

  /**
   * The request is carried out, half of the answer's body is sent, the rest after a pause in real
   * time.
   *
   * @param time how long the pause is
   * @return the fault
   */
  public static Fault stallInBody(Duration time) {
    return new Fault(Damage.of(true, Damage.Cut.NONE, 0.5, null).withStall(time));
  }

  /**
   * The connection ends after the request was read; nothing is carried out, nothing answered.
   *
   * @return the fault
   */
  public static Fault cutBeforeStore() {
    return of(false, Damage.Cut.AT_START, 0, null);
  }

  /**
   * The request is carried out, and the connection ends without an answer.
   *
   * @return the fault
   */
  public static Fault cutAfterStore() {
    return of(true, Damage.Cut.AT_START, 0, null);
  }

  /**
   * The request is carried out, and the connection ends within the status line.
   *
   * @return the fault
   */
  public static Fault cutInStatusLine() {
    return of(true, Damage.Cut.STATUS_LINE, 0, null);
  }

  /**
   * The request is carried out, and the connection ends within the headers of the answer.
   *
   * @return the fault
   */
  public static Fault cutInHeaders() {
    return of(true, Damage.Cut.HEADERS, 0, null);
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
    return of(true, Damage.Cut.BODY, share, null);
  }

  /**
   * The request is carried out and answered in full, then the connection ends although nothing
   * announced it.
   *
   * @return the fault
   */
  public static Fault closeAfterAnswer() {
    return of(true, Damage.Cut.AT_END, 0, null);
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
    return of(true, Damage.Cut.NONE, 0, Reply.of(200, contentType, body));
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
    return new Fault(Damage.limited(answer.words, wait));
  }

  /**
   * The same, with the answer held back in real time.
   *
   * @param time how long
   * @return the changed copy
   */
  public Fault delayed(Duration time) {
    return new Fault(damage.withDelay(time));
  }

  /**
   * The same, but the request is not carried out.
   *
   * @return the changed copy
   */
  public Fault withoutStoring() {
    return new Fault(damage.withStores(false));
  }

  /**
   * The same, but the request is carried out first.
   *
   * @return the changed copy
   */
  public Fault storing() {
    return new Fault(damage.withStores(true));
  }

  /**
   * The same with one more header on the answer.
   *
   * @param name the header's name
   * @param value the header's value
   * @return the changed copy
   */
  public Fault header(String name, String value) {
    return new Fault(damage.withHeader(name, value));
  }

  /**
   * The same, but where the connection is cut it is reset (RST) and not closed in order (FIN).
   *
   * @return the changed copy
   */
  public Fault withReset() {
    return new Fault(damage.withReset());
  }
}
