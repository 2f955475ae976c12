package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Defines what is masked in a vendor's texts: credentials, e-mail addresses, phone numbers, and
 * values of the request's personal fields. Everything else stays readable.
 */
public final class Masking {
  /** Any other header may contain a credential, because vendors and gateways choose the names. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-type",
          "user-agent",
          "x-correlation-id",
          "x-request-id");

  private final Set<String> personal;
  private final Set<String> harmless;

  private Masking(Set<String> personal, Set<String> harmless) {
    this.personal = personal;
    this.harmless = harmless;
  }

  /**
   * Creates the masking of a vendor's texts.
   *
   * @param personal names of JSON properties, query parameters and path parameters; they ignore
   *     case
   * @param vendors the headers sent with every request; no secrets
   * @return the masking
   */
  public static Masking of(Set<String> personal, Headers vendors) {
    Set<String> harmless = inAnyCase(HARMLESS);
    vendors.forEach((name, value) -> harmless.add(name));
    return new Masking(inAnyCase(personal), harmless);
  }

  private static Set<String> inAnyCase(Set<String> names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(names);
    return set;
  }

  /**
   * Creates the mask for the answers to a request. This is cheap: the request is read only when
   * there is a text to mask.
   *
   * @param request the request
   * @param about personal content of the call beyond its request; null when there is none
   * @return its mask
   */
  public Mask of(HttpRequest request, @Nullable RequestBody about) {
    return new Mask(this, request, about);
  }

  boolean isPersonal(String name) {
    return personal.contains(name);
  }

  boolean isHarmless(String header) {
    return harmless.contains(header);
  }
}
