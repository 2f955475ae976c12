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
  private static final String[] HARMLESS =
      ("accept accept-encoding accept-language content-type user-agent x-correlation-id"
              + " x-request-id")
          .split(" ", -1);

  final Set<String> personal = ignoringCase();
  final Set<String> harmlessHeaders = ignoringCase(HARMLESS);

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
    vendors.forEach((name, value) -> masking.harmlessHeaders.add(name));
    return masking;
  }

  static Set<String> ignoringCase(String... words) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(words));
    return set;
  }

  /** Creates the mask for the answers to a request, which is read only if there is a text. */
  public Mask of(HttpRequest request, @Nullable RequestBody about) {
    return new Mask(this, request, about);
  }
}
