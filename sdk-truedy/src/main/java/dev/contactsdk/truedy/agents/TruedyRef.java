package dev.contactsdk.truedy.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reference to something else of Truedy's, such as a tool or a knowledge base. Truedy sends bare
 * ids; where it sends an object instead, its properties are kept. Prints its id only.
 *
 * @param id an opaque id
 * @param additionalProperties what else Truedy sent of it; never null
 */
public record TruedyRef(
    @Nullable String id, @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param id an opaque id
   * @param additionalProperties what else Truedy sent of it; never null
   */
  public TruedyRef {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "TruedyRef[id=" + id + "]";
  }
}
