package dev.contactsdk.core.error;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One field that the vendor found wrong, whatever the form of its answer.
 *
 * @param field the field's path in the vendor's spelling, such as {@code phone_number} or {@code
 *     cellPhone.countryCode}; null when the vendor did not name one
 * @param message the vendor's text, with values of the request masked
 * @param code the vendor's code or type of the error; null when there is none
 */
public record FieldError(@Nullable String field, String message, @Nullable String code)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;
}
