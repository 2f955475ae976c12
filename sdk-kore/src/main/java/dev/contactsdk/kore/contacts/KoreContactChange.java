package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.json.SdkRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes to one contact of a bulk update.
 *
 * @param id the contact
 * @param changes what to change
 */
public record KoreContactChange(String id, KoreContactChanges changes) implements SdkRecord {
  Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", id);
    properties.putAll(changes.properties());
    return properties;
  }
}
