package dev.contactsdk.core.endpoint;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.BaseCall;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import org.jspecify.annotations.Nullable;

/**
 * A call of any endpoint, including ones that the SDK does not model, with the client's auth,
 * retries, limits and errors.
 *
 * @param <T> the answer's type
 */
public final class EndpointCall<T> extends BaseCall<T, EndpointCall<T>> {
  private final ApiRequest<T> request;

  private EndpointCall(ApiEngine engine, CallOptions options, ApiRequest<T> request) {
    super(engine, options);
    this.request = request;
  }

  /**
   * Creates a call of an endpoint. Applications get it from a vendor's client.
   *
   * @param engine the client's engine
   * @param endpoint the operation
   * @param <T> the answer's type
   * @return the call, without input
   */
  public static <T> EndpointCall<T> of(ApiEngine engine, Endpoint<T> endpoint) {
    return new EndpointCall<>(engine, CallOptions.DEFAULT, ApiRequest.of(endpoint));
  }

  /**
   * Sets a placeholder of the path. The client sets those it knows, such as Kore.ai's {@code
   * streamId} and {@code accountId}.
   *
   * @param name the placeholder's name
   * @param value its value; not blank, without path separators; percent-encoded when sent
   * @return a changed copy
   */
  public EndpointCall<T> path(String name, String value) {
    InvalidRequestException.refuseNull("name of a path parameter", name);
    return with(
        request.path(name, InvalidRequestException.refuseNull("path parameter " + name, value)));
  }

  /**
   * Adds a query parameter.
   *
   * @param name its name
   * @param value its value, converted to text; null omits the parameter
   * @return a changed copy
   */
  public EndpointCall<T> query(String name, @Nullable Object value) {
    return with(request.query(name, value));
  }

  /**
   * Sets a JSON body. A list of several elements counts as several records: a refusal is then
   * {@code UNKNOWN}, unless it comes before the vendor looks at records, such as a 401.
   *
   * @param value a map, list, text, number, boolean, request object or record, or, in a client with
   *     a {@link dev.contactsdk.core.json.JsonCodec}, any value that the codec writes
   * @return a changed copy; if the value cannot be written, the run fails before anything is sent
   */
  public EndpointCall<T> json(Object value) {
    return with(request.json(InvalidRequestException.refuseNull("json", value)));
  }

  /**
   * Sets any kind of body. One that is not JSON, such as a file, counts as several records; see
   * {@link #json}.
   *
   * @param body bytes, see {@link RequestBody#of}, or a {@link
   *     dev.contactsdk.core.http.MultipartBody}; a body that can be written only once is not
   *     retried
   * @return a changed copy
   */
  public EndpointCall<T> body(RequestBody body) {
    return with(request.body(InvalidRequestException.refuseNull("body", body)));
  }

  private EndpointCall<T> with(ApiRequest<T> changed) {
    return new EndpointCall<>(engine(), options(), changed);
  }

  @Override
  protected EndpointCall<T> with(CallOptions changed) {
    return new EndpointCall<>(engine(), changed, request);
  }

  @Override
  protected ApiResponse<T> run(CallScope scope) {
    return engine().send(request, scope);
  }

  @Override
  public String toString() {
    return request.toString();
  }
}
