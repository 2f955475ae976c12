package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a contact. Only what is set is sent. Immutable.
 *
 * <p>Kore.ai's release notes mention partial updates, but the table of "Update Bulk Contacts" marks
 * every field as required. If Kore.ai refuses a partial update, or to be safe, start from {@link
 * KoreContact#toChanges()}, which sends all fields.
 *
 * <p>Sources: Kore.ai, "Update a Contact", "Update Bulk Contacts".
 */
public final class KoreContactChanges extends RequestObject {
  private KoreContactChanges(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private KoreContactChanges(Map<String, @Nullable Object> written) {
    super(written);
  }

  /**
   * Creates an empty builder.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects changes. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the first name.
     *
     * @param value null is sent as null
     * @return this builder
     */
    public Builder firstName(@Nullable String value) {
      return put("firstName", value);
    }

    /**
     * Sets the last name.
     *
     * @param value null is sent as null
     * @return this builder
     */
    public Builder lastName(@Nullable String value) {
      return put("lastName", value);
    }

    /**
     * Sets the full name. Only a sample of "Update Bulk Contacts" has it; whether Kore.ai otherwise
     * makes it from first and last name is not documented.
     *
     * @param value the name; null is sent as null
     * @return this builder
     */
    public Builder fullName(@Nullable String value) {
      return put("fullName", value);
    }

    /**
     * Sets the salutation.
     *
     * @param value such as {@code Mr}; null is sent as null
     * @return this builder
     */
    public Builder salutation(@Nullable String value) {
      return put("salutation", value);
    }

    /**
     * Sets the phone number.
     *
     * @param value the number; null is sent as null
     * @return this builder
     */
    public Builder cellPhone(@Nullable CellPhone value) {
      return put("cellPhone", value == null ? null : value.properties());
    }

    /**
     * Builds the changes.
     *
     * @return the changes
     */
    public KoreContactChanges build() {
      return new KoreContactChanges(this);
    }
  }
}
