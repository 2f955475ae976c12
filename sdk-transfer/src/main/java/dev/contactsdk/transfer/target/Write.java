package dev.contactsdk.transfer.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact to create or to change. {@code toString} shows only the id.
 *
 * @param id the target's id of the contact to change; null for a new contact
 * @param fields what to set, by the names of {@link Fields}; an empty text clears the field, where
 *     the target can; never null
 */
public record Write(@Nullable String id, Map<String, String> fields) {
  /**
   * Makes the fields unmodifiable.
   *
   * @param id the contact to change; null for a new one
   * @param fields what to set
   */
  public Write {
    fields = Map.copyOf(fields);
  }

  /**
   * A contact to create.
   *
   * @param fields what to set
   * @return the write
   */
  public static Write create(Map<String, String> fields) {
    return new Write(null, fields);
  }

  /**
   * A contact to change.
   *
   * @param id the target's id
   * @param fields what to set
   * @return the write
   */
  public static Write update(String id, Map<String, String> fields) {
    return new Write(id, fields);
  }

  @Override
  public String toString() {
    return "Write[id=" + id + "]";
  }
}
