package dev.contactsdk.kore;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that an agent's calls go through. Prints without its credential.
 *
 * @param url the address
 * @param urls the address, as browsers name it
 * @param username the user name
 * @param credential the password
 * @param additionalProperties what this SDK does not know; never null
 */
public record IceServer(
    @Nullable String url,
    @Nullable String urls,
    @Nullable String username,
    @Nullable String credential,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "IceServer[url=" + (url == null ? urls : url) + "]";
  }
}
