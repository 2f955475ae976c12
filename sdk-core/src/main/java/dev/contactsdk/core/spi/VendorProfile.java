package dev.contactsdk.core.spi;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.error.ErrorReader;
import java.util.Map;
import java.util.Set;

/**
 * What sets one vendor's requests and answers apart.
 *
 * @param pathParameters placeholders that the client fills in every path
 * @param headers what is sent with every request; holds no secret
 * @param personalFields names of the fields whose values are personal: JSON properties, at any
 *     depth and with all that is below them, and query and path parameters. Messages mask these
 *     values; the case of the names does not matter
 * @param errors reads the vendor's error answers
 * @param unreadableHint added to the message when a success cannot be read, such as a setting that
 *     causes it; may be empty
 */
public record VendorProfile(
    Map<String, String> pathParameters,
    Headers headers,
    Set<String> personalFields,
    ErrorReader errors,
    String unreadableHint) {
  @Override
  public String toString() {
    return "VendorProfile" + pathParameters.keySet();
  }
}
