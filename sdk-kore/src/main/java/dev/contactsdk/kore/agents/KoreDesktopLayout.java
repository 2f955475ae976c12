package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layout of an agent's desktop.
 *
 * @param id the layout
 * @param name its name
 * @param isDefault whether it is the agent's default
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreDesktopLayout(
    @Nullable String id,
    @Nullable String name,
    @Nullable Boolean isDefault,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the layout
   * @param name its name
   * @param isDefault whether it is the agent's default
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreDesktopLayout {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "DesktopLayout[" + "id=" + id + ", isDefault=" + isDefault + "]";
  }
}
