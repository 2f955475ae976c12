package dev.contactsdk.truedy.folders;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Stored;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of contacts as Truedy returns it. Any property may be null. {@code toString} shows only
 * the id.
 *
 * <p>Source: Truedy, "List Contact Folders" and "Contacts".
 *
 * @param id an opaque id
 * @param name the name
 * @param description the description
 * @param contactCount the number of contacts in it
 * @param createdAt when it was created
 * @param updatedAt when it was last changed; only in one of the documented shapes
 * @param additionalProperties other properties, and values of an unexpected type; never null
 */
public record TruedyFolder(
    @JsonAlias("folder_id") @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @JsonProperty("contact_count") @Nullable Integer contactCount,
    @JsonProperty("created_at") @IsoTime @Nullable Instant createdAt,
    @JsonProperty("updated_at") @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord, Stored {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id an opaque id
   * @param name the name
   * @param description the description
   * @param contactCount the number of contacts in it
   * @param createdAt when it was created
   * @param updatedAt when it was last changed; only in one of the documented shapes
   * @param additionalProperties other properties, and values of an unexpected type; never null
   */
  public TruedyFolder {
    id = Ids.named(id);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "Folder[id=" + id + "]";
  }
}
