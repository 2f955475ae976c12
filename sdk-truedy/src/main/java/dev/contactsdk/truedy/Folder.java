package dev.contactsdk.truedy;

import dev.contactsdk.core.json.WireName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of contacts as Truedy answers it. Any property may be null. Prints its id only.
 *
 * <p>Source: Truedy, "List Contact Folders" and "Contacts".
 *
 * @param id an opaque id
 * @param name the name
 * @param description the description
 * @param contactCount how many contacts are in it
 * @param createdAt when it was created
 * @param updatedAt when it was last changed; in one of the documented shapes only
 * @param additionalProperties what else Truedy sent, and values of an unexpected kind; never null
 */
public record Folder(
    @WireName({"id", "folder_id"}) @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer contactCount,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    Map<String, @Nullable Object> additionalProperties)
    implements Stored {
  @Override
  public String toString() {
    return "Folder[id=" + id + "]";
  }
}
