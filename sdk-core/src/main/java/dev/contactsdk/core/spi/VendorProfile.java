package dev.contactsdk.core.spi;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.error.ErrorReader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one vendor's requests and answers.
 *
 * @param vendor the vendor's name, such as {@code kore}; for listeners
 * @param pathParameters placeholders that the client fills in every path
 * @param headers the headers sent with every request; no secrets
 * @param personalFields names of the fields with personal values: query and path parameters, and
 *     JSON properties at any depth with everything below them. Messages mask these values. The
 *     names ignore case
 * @param errors reads the vendor's error answers
 * @param unreadableHint the hint when a success is no readable text at all, such as a likely wrong
 *     setting; null for none
 */
public record VendorProfile(
    String vendor,
    Map<String, String> pathParameters,
    Headers headers,
    Set<String> personalFields,
    ErrorReader errors,
    @Nullable String unreadableHint) {
  @Override
  public String toString() {
    return "VendorProfile of " + vendor + " with " + pathParameters.keySet();
  }
}
