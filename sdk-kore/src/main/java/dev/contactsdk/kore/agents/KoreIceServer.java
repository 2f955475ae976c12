package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that an agent's calls go through. Prints without its credential, and a Jackson mapper
 * that prints it leaves the credential out.
 *
 * @param url the address
 * @param urls the address, as browsers name it
 * @param username the user name
 * @param credential the password
 * @param additionalProperties what this SDK does not know; never null
 */
public record KoreIceServer(
    @Nullable String url,
    @Nullable String urls,
    @Nullable String username,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String credential,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param url the address
   * @param urls the address, as browsers name it
   * @param username the user name
   * @param credential the password
   * @param additionalProperties what this SDK does not know; never null
   */
  public KoreIceServer {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "IceServer[url=" + (url == null ? urls : url) + "]";
  }
}
