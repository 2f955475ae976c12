package dev.contactsdk.transfer.target;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the target's listing shows it. {@code toString} shows only the id.
 *
 * @param id the target's id
 * @param phone the number in E.164; null if it cannot be told
 * @param fields what the target holds, by the names of {@link Fields}, in the form in which the
 *     target shows it; without blank ones; never null
 * @param createdAt when the target created it; null if it does not say
 */
public record Stored(
    String id, @Nullable String phone, Map<String, String> fields, @Nullable Instant createdAt) {
  /**
   * Makes the fields unmodifiable.
   *
   * @param id the target's id
   * @param phone the number in E.164; null if it cannot be told
   * @param fields what the target holds
   * @param createdAt when the target created it; null if it does not say
   */
  public Stored {
    fields = Map.copyOf(fields);
  }

  @Override
  public String toString() {
    return "Stored[id=" + id + "]";
  }
}
