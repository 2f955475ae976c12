package dev.contactsdk.truedy.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a tool, a knowledge base or the like. Truedy sends bare ids. If it sends an object
 * instead, its properties are kept. {@code toString} shows only the id.
 *
 * @param id an opaque id
 * @param additionalProperties its other properties; never null
 */
public record TruedyRef(
    @Nullable String id, @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id an opaque id
   * @param additionalProperties its other properties; never null
   */
  public TruedyRef {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "TruedyRef[id=" + id + "]";
  }
}
