package dev.contactsdk.core;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vendor's client builder in its smallest form. */
public final class TestClient extends ClientBuilder<TestClient> {
  public static final Endpoint<Object> READ = Endpoint.get("t.read", "/things/{id}", json());
  public static final Endpoint<Object> CREATE = Endpoint.post("t.create", "/things", json());
  public static final Endpoint<Object> UPDATE = Endpoint.put("t.update", "/things/{id}", json());
  public static final Endpoint<Deleted<Object>> DELETE =
      Endpoint.delete("t.delete", "/things/{id}", Decoder.deleted(json()));

  /** The fields of things that are personal. */
  static final Set<String> PERSONAL =
      Set.of(
          "first_name",
          "full_name",
          "name",
          "company",
          "company_name",
          "email",
          "phone",
          "phone_number",
          "custom",
          "search",
          "id");

  private RateLimiter accountLimiter = RateLimiter.unlimited();
  private @Nullable String hint;
  private ErrorReader errors = TestClient::readError;

  public static TestClient of(Transport transport, VirtualClock time) {
    return new TestClient().baseUrl("https://vendor.test").transport(transport).timeSource(time);
  }

  public static TestClient at(String url) {
    return new TestClient().baseUrl(url);
  }

  private static Decoder<Object> json() {
    return Decoder.json(Object.class);
  }

  public TestClient accountLimiter(RateLimiter limiter) {
    accountLimiter = limiter;
    return this;
  }

  public TestClient errors(ErrorReader reader) {
    errors = reader;
    return this;
  }

  public TestClient unreadableHint(String text) {
    hint = text;
    return this;
  }

  public ApiEngine open() {
    Auth auth = customAuth() == null ? Auth.bearer("key-canary") : customAuth();
    VendorProfile profile =
        new VendorProfile("t", Map.of(), Headers.empty(), PERSONAL, errors, hint);
    return engine(checkedBaseUrl(), profile, auth, accountLimiter);
  }

  @Override
  protected TestClient self() {
    return this;
  }

  /**
   * The whole body is the vendor's text; Retry-After is in seconds. X-Kind and X-Origin make the
   * refusal another than its status and body suggest.
   */
  public static Refusal readError(HttpResponse response, Instant now) {
    Headers headers = response.headers();
    String wait = headers.get("Retry-After");
    String kind = headers.get("X-Kind");
    String origin = headers.get("X-Origin");
    String text = text(response);
    return new Refusal(
        kind == null ? ErrorKind.ofStatus(response.status()) : ErrorKind.valueOf(kind),
        origin == null ? usualOrigin(text) : ErrorOrigin.valueOf(origin),
        headers.get("X-Code"),
        text,
        null,
        List.of(),
        Map.of(),
        headers.get("X-Body-ID"),
        wait == null ? null : Duration.ofSeconds(Long.parseLong(wait)));
  }

  private static ErrorOrigin usualOrigin(String text) {
    return text.isEmpty() ? ErrorOrigin.NONE : ErrorOrigin.VENDOR;
  }

  private static String text(HttpResponse response) {
    try {
      return new String(response.bytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
