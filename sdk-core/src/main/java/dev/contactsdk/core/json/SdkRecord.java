package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Marks a record that the SDK itself reads and writes, also in a client that has a {@link
 * JsonCodec}. A Jackson mapper writes it without the properties that the answer did not hold: nulls
 * and absent lists are left out, a list that was answered empty is written empty.
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Absent.Filter.class)
public interface SdkRecord {}
