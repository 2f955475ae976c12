package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that uses a contact list. Kore.ai returns ids or objects.
 *
 * @param id the campaign
 * @param name its name; null if Kore.ai returned only the id
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreCampaignRef(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String name,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the campaign
   * @param name its name; null if Kore.ai returned only the id
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreCampaignRef {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreCampaignRef[" + "id=" + id + "]";
  }
}
