package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is masked in a vendor's texts: credentials, e-mail addresses, phone numbers, and the values
 * of the personal fields of the request. All else stays, so that the diagnosis can be read.
 */
public final class Masking {
  /** Any other header may hold a credential: its name is the vendor's or a gateway's choice. */
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
   * The masking of a vendor's texts.
   *
   * @param personal names of JSON properties and of query and path parameters, in any case
   * @param vendors the headers that the vendor module sends with every request; none is secret
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
   * The mask for texts that answer a request. Making it costs nothing: the request is looked
   * through when there is a text.
   *
   * @param request the request
   * @param about what its call is about beyond what the request holds; null when there is nothing
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
