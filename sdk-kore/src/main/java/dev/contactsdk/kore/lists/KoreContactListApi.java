package dev.contactsdk.kore.lists;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How contacts that this API adds to a list are taken in.
 *
 * @param dataSyncMode such as {@code allowDuplicates}
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactListApi(
    @Nullable String dataSyncMode,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param dataSyncMode such as {@code allowDuplicates}
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactListApi {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactListApi[" + "dataSyncMode=" + dataSyncMode + "]";
  }
}
