package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Damage;
import dev.contactsdk.sandbox.engine.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A failure of one request. Immutable: methods that change it return a copy.
 *
 * <p>A fault either leaves the server's state unchanged, or happens after the request is carried
 * out ("stored"). This is the difference between a lost request and a lost answer.
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
   * Answers with this status and body. The request is not carried out.
   *
   * @param status the HTTP status
   * @param body the body, always sent as {@code application/json}; empty for none
   * @param headers more headers, as alternating names and values
   * @return the fault
   * @throws IllegalArgumentException for a header name without a value
   */
  public static Fault status(int status, String body, String... headers) {
    if (headers.length % 2 != 0) {
      throw new IllegalArgumentException("headers must be alternating names and values");
    }
    Reply reply = body.isEmpty() ? Reply.empty(status) : Reply.of(status, "application/json", body);
    for (int i = 0; i < headers.length; i += 2) {
      reply = reply.with(headers[i], headers[i + 1]);
    }
    return of(false, Damage.Cut.NONE, 0, reply);
  }

  /**
   * Carries out the request, then answers with this status, like a proxy that lost its backend.
   *
   * @param status the HTTP status, for example 500
   * @return the fault
   */
  public static Fault storeThenStatus(int status) {
    return status(status, "").storing();
  }

  /**
   * Carries out the request at once, but delays the answer in real time.
   *
   * @param time how long
   * @return the fault
   */
  public static Fault delay(Duration time) {
    return of(true, Damage.Cut.NONE, 0, null).delayed(time);
  }

  /**
   * Carries out the request and sends half of the answer's body, then the rest after a pause in
   * real time.
   *
   * @param time the length of the pause
   * @return the fault
   */
  public static Fault stallInBody(Duration time) {
    return new Fault(Damage.of(true, Damage.Cut.NONE, 0.5, null).withStall(time));
  }

  /**
   * Closes the connection after reading the request. The request is not carried out or answered.
   *
   * @return the fault
   */
  public static Fault cutBeforeStore() {
    return of(false, Damage.Cut.AT_START, 0, null);
  }

  /**
   * Carries out the request and closes the connection without an answer.
   *
   * @return the fault
   */
  public static Fault cutAfterStore() {
    return of(true, Damage.Cut.AT_START, 0, null);
  }

  /**
   * Carries out the request and closes the connection within the status line.
   *
   * @return the fault
   */
  public static Fault cutInStatusLine() {
    return of(true, Damage.Cut.STATUS_LINE, 0, null);
  }

  /**
   * Carries out the request and closes the connection within the answer's headers.
   *
   * @return the fault
   */
  public static Fault cutInHeaders() {
    return of(true, Damage.Cut.HEADERS, 0, null);
  }

  /**
   * Carries out the request and closes the connection halfway through the answer's body.
   *
   * @return the fault
   */
  public static Fault halfBody() {
    return cutInBody(0.5);
  }

  /**
   * Carries out the request and closes the connection within the answer's body.
   *
   * @param share how much of the body is sent: at least 0 (headers only) and less than 1
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
   * Carries out the request and answers in full, then closes the connection without notice.
   *
   * @return the fault
   */
  public static Fault closeAfterAnswer() {
    return of(true, Damage.Cut.AT_END, 0, null);
  }

  /**
   * Carries out the request and answers with status 200 and 512 bytes that are labelled as JSON but
   * are not JSON. The bytes are always the same.
   *
   * @return the fault
   */
  public static Fault garbage() {
    byte[] bytes = new byte[512];
    new Random(42).nextBytes(bytes);
    return respondWith(bytes, "application/json");
  }

  /**
   * Carries out the request and answers with status 200 and these bytes.
   *
   * @param body the body
   * @param contentType the value of {@code Content-Type}
   * @return the fault
   */
  public static Fault respondWith(byte[] body, String contentType) {
    return of(true, Damage.Cut.NONE, 0, Reply.of(200, contentType, body));
  }

  /**
   * Carries out the request and answers with status 200 and this text in UTF-8.
   *
   * @param body the body
   * @param contentType the value of {@code Content-Type}
   * @return the fault
   */
  public static Fault respondWith(String body, String contentType) {
    return respondWith(body.getBytes(StandardCharsets.UTF_8), contentType);
  }

  /**
   * Answers with a redirect. The request is not carried out.
   *
   * @param status the HTTP status, 301 to 308
   * @param location the value of {@code Location}
   * @return the fault
   */
  public static Fault redirect(int status, String location) {
    return status(status, "", "Location", location);
  }

  /**
   * Answers like the vendor when the rate limit is exceeded. The request is not carried out.
   *
   * @param answer the wording
   * @param wait the time until a request is admitted, if the wording includes it
   * @return the fault
   */
  public static Fault rateLimited(LimitAnswer answer, Duration wait) {
    return new Fault(Damage.limited(answer.words, wait));
  }

  /**
   * Returns a copy that delays the answer in real time.
   *
   * @param time how long
   * @return the changed copy
   */
  public Fault delayed(Duration time) {
    return new Fault(damage.withDelay(time));
  }

  /**
   * Returns a copy that does not carry out the request.
   *
   * @return the changed copy
   */
  public Fault withoutStoring() {
    return new Fault(damage.withStores(false));
  }

  /**
   * Returns a copy that carries out the request first.
   *
   * @return the changed copy
   */
  public Fault storing() {
    return new Fault(damage.withStores(true));
  }

  /**
   * Returns a copy that adds a header to the answer.
   *
   * @param name the header's name
   * @param value the header's value
   * @return the changed copy
   */
  public Fault header(String name, String value) {
    return new Fault(damage.withHeader(name, value));
  }

  /**
   * Returns a copy that resets the connection (RST) where it would close it (FIN).
   *
   * @return the changed copy
   */
  public Fault withReset() {
    return new Fault(damage.withReset());
  }
}
