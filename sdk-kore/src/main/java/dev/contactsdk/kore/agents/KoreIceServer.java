package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server for an agent's calls. {@code toString} and Jackson mappers leave out its credential.
 *
 * @param url the URL
 * @param urls the URL, under the name that browsers use
 * @param username the user name
 * @param credential the password
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreIceServer(
    @Nullable String url,
    @Nullable String urls,
    @Nullable String username,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String credential,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param url the URL
   * @param urls the URL, under the name that browsers use
   * @param username the user name
   * @param credential the password
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreIceServer {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "IceServer[url=" + (url == null ? urls : url) + "]";
  }
}
