package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Marks a record that the SDK itself reads and writes, even in a client with a {@link JsonCodec}. A
 * Jackson mapper leaves out the properties that the answer did not have: nulls and absent lists. A
 * list that was empty in the answer is written empty.
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Absent.Filter.class)
public interface SdkRecord {}
