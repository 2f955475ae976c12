package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Defines what is masked in a vendor's texts: credentials, e-mail addresses, phone numbers, and
 * values of the request's personal fields. Everything else stays readable.
 */
public final class Masking {
  /** Any other header may contain a credential, because vendors and gateways choose the names. */
  private static final List<String> HARMLESS =
      List.of(
          ("accept accept-encoding accept-language content-type user-agent x-correlation-id"
                  + " x-request-id")
              .split(" ", -1));

  /** Names of fields and parameters. */
  final Set<String> personal = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  final Set<String> harmlessHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private Masking() {}

  /**
   * Creates the masking of a vendor's texts.
   *
   * @param personal names of JSON properties, query parameters and path parameters; they ignore
   *     case
   * @param vendors the headers sent with every request; no secrets
   * @return the masking
   */
  public static Masking of(Set<String> personal, Headers vendors) {
    Masking masking = new Masking();
    masking.personal.addAll(personal);
    masking.harmlessHeaders.addAll(HARMLESS);
    vendors.forEach((name, value) -> masking.harmlessHeaders.add(name));
    return masking;
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
}
