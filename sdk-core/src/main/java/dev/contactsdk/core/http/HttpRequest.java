package dev.contactsdk.core.http;

import org.jspecify.annotations.Nullable;

/** An HTTP request. Immutable. {@link #toString()} shows only method and path template. */
public final class HttpRequest {
  private final String method;
  private final String url;
  private final Headers headers;
  private final @Nullable RequestBody body;
  private final CallInfo call;

  /**
   * Creates a request.
   *
   * @param method the HTTP method
   * @param url the absolute URL, encoded
   * @param headers its headers, without those of the body
   * @param body the body; null for none
   * @param call the call that it belongs to
   */
  public HttpRequest(
      String method, String url, Headers headers, @Nullable RequestBody body, CallInfo call) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.body = body;
    this.call = call;
  }

  /**
   * The HTTP method.
   *
   * @return in upper case
   */
  public String method() {
    return method;
  }

  /**
   * The absolute URL.
   *
   * @return the encoded URL; may contain ids and search words
   */
  public String url() {
    return url;
  }

  /**
   * The headers.
   *
   * @return the request's headers; they include the credential once auth has run
   */
  public Headers headers() {
    return headers;
  }

  /**
   * The body.
   *
   * @return null when there is none
   */
  public @Nullable RequestBody body() {
    return body;
  }

  /**
   * The call that the request belongs to.
   *
   * @return the same object for every attempt of a call
   */
  public CallInfo call() {
    return call;
  }

  /**
   * Returns this request with a header set.
   *
   * @param name the header's name
   * @param value its value
   * @return a new request
   * @throws dev.contactsdk.core.error.InvalidRequestException when the header is malformed
   */
  public HttpRequest withHeader(String name, String value) {
    return new HttpRequest(method, url, headers.with(name, value), body, call);
  }

  /**
   * Returns this request with more headers.
   *
   * @param more the headers to set; they replace those of the same name
   * @return a new request
   */
  public HttpRequest with(Headers more) {
    return new HttpRequest(method, url, headers.with(more), body, call);
  }

  @Override
  public String toString() {
    return method + " " + call.pathTemplate();
  }
}
