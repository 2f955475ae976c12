package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.core.spi.error.Refusal;
import java.util.Map;
import java.util.Set;

/** Lists what a scripted source answers, without any HTTP. */
final class ListingEngine extends ClientBuilder<ListingEngine> {
  private ListingEngine() {}

  static ApiEngine create() {
    return new ListingEngine().open();
  }

  private ApiEngine open() {
    VendorProfile profile =
        new VendorProfile(
            "t",
            Map.of(),
            Headers.empty(),
            Set.of(),
            (response, now) -> Refusal.ofStatus(response.status()),
            null);
    return transport(
            request -> {
              throw new IllegalStateException("nothing is sent");
            })
        .engine("https://example.com", profile, request -> request, RateLimiter.unlimited());
  }

  @Override
  protected ListingEngine self() {
    return this;
  }

  static Call list(ApiEngine engine, PageSource<String> source, int limit) {
    return new Call(engine, CallOptions.DEFAULT, ListCall.Position.first(limit, 1_000_000), source);
  }

  /** A list call of a scripted source. */
  static final class Call extends ListCall<String, Call> {
    private final PageSource<String> source;

    private Call(
        ApiEngine engine, CallOptions options, Position position, PageSource<String> source) {
      super(engine, options, position);
      this.source = source;
    }

    @Override
    protected Call at(Position changed) {
      return new Call(engine(), options(), changed, source);
    }

    @Override
    protected Call with(CallOptions changed) {
      return new Call(engine(), changed, position(), source);
    }

    @Override
    protected PageSource<String> source() {
      return source;
    }
  }
}
