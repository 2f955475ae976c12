package dev.contactsdk.transfer.target;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the target's listing shows it. {@code toString} shows only the id.
 *
 * @param id the target's id
 * @param phone the number in E.164; null if it cannot be told
 * @param fields what the target holds, by the names of {@link Fields}, in the form in which the
 *     target shows it; without blank ones; never null
 * @param createdAt when the target created it; null if it does not say
 * @param typed the custom fields whose values are no texts at the target, such as numbers: {@code
 *     fields} has them as JSON, and an update would make them texts; never null
 */
public record Stored(
    String id,
    @Nullable String phone,
    Map<String, String> fields,
    @Nullable Instant createdAt,
    Set<String> typed) {
  /**
   * Makes the fields unmodifiable.
   *
   * @param id the target's id
   * @param phone the number in E.164; null if it cannot be told
   * @param fields what the target holds
   * @param createdAt when the target created it; null if it does not say
   * @param typed the custom fields whose values are no texts
   */
  public Stored {
    fields = Map.copyOf(fields);
    typed = Set.copyOf(typed);
  }

  /**
   * A contact whose values are all texts.
   *
   * @param id the target's id
   * @param phone the number in E.164; null if it cannot be told
   * @param fields what the target holds
   * @param createdAt when the target created it; null if it does not say
   */
  public Stored(
      String id, @Nullable String phone, Map<String, String> fields, @Nullable Instant createdAt) {
    this(id, phone, fields, createdAt, Set.of());
  }

  @Override
  public String toString() {
    return "Stored[id=" + id + "]";
  }
}
