package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;

/** A call that sends one complete request. */
final class RequestCall<T> extends BaseCall<T, ApiCall<T>> {
  private final ApiRequest<T> request;

  RequestCall(ApiEngine engine, CallOptions options, ApiRequest<T> request) {
    super(engine, options);
    this.request = request;
  }

  @Override
  protected ApiCall<T> with(CallOptions changed) {
    return new RequestCall<>(engine(), changed, request);
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
