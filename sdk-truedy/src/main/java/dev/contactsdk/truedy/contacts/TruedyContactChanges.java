package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.truedy.internal.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a contact. Only what is set is sent; the rest stays as it is. The number and the
 * folder cannot be changed. Immutable. {@code toString} shows only property names.
 *
 * <p>The {@code clear} methods send null. Truedy's reference allows null but does not say that it
 * clears the field, and this is not verified: check the result.
 *
 * <p>Source: Truedy, "Update Contact".
 */
public final class TruedyContactChanges extends RequestObject {
  private static final String TYPE = "ContactChanges";
  private static final int LONGEST_NAME = 100;

  private TruedyContactChanges(Builder builder) {
    super(builder);
    if (properties().isEmpty()) {
      throw new InvalidRequestException(TYPE, "has no changes: set or clear at least one field");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private TruedyContactChanges(Map<String, @Nullable Object> written) {
    super(written);
  }

  /**
   * Creates an empty builder.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects changes. Not thread-safe. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the first name.
     *
     * @param name at most 100 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder firstName(String name) {
      return put("first_name", Checks.text(TYPE, "first_name", name, LONGEST_NAME));
    }

    /**
     * Sends null for the first name. Not verified to clear it.
     *
     * @return this builder
     */
    public Builder clearFirstName() {
      return put("first_name", null);
    }

    /**
     * Sets the last name.
     *
     * @param name at most 100 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder lastName(String name) {
      return put("last_name", Checks.text(TYPE, "last_name", name, LONGEST_NAME));
    }

    /**
     * Sends null for the last name. Not verified to clear it.
     *
     * @return this builder
     */
    public Builder clearLastName() {
      return put("last_name", null);
    }

    /**
     * Sets the e-mail address.
     *
     * @param address text with one @ and no spaces; Truedy may check more
     * @return this builder
     * @throws InvalidRequestException when it is not such an address
     */
    public Builder email(String address) {
      return put("email", Checks.email(TYPE, address));
    }

    /**
     * Sends null for the e-mail address. Not verified to clear it.
     *
     * @return this builder
     */
    public Builder clearEmail() {
      return put("email", null);
    }

    /**
     * Sets a custom field. Truedy does not say whether an update merges custom fields or replaces
     * them: send all of them to be sure.
     *
     * @param key its name
     * @param value null, text, a boolean, a number, a map, a collection or a plain record; with a
     *     {@link dev.contactsdk.core.json.JsonCodec} on the client, any value that it can write;
     *     without a codec the call fails before anything is sent
     * @return this builder
     * @throws InvalidRequestException when it contains a number that JSON cannot hold, or a map
     *     with a key that is not text
     */
    public Builder customField(String key, @Nullable Object value) {
      return putInto("custom_fields", key, value);
    }

    /**
     * Adds custom fields; see {@link #customField}.
     *
     * @param fields their names and values, see {@link #customField}; an empty map alone is sent as
     *     an empty object
     * @return this builder
     * @throws InvalidRequestException when it is null or contains a value that is not JSON
     */
    public Builder customFields(Map<String, ? extends @Nullable Object> fields) {
      return putAllInto("custom_fields", fields);
    }

    /**
     * Sends null for the custom fields. Not verified to clear them.
     *
     * @return this builder
     */
    public Builder clearCustomFields() {
      return put("custom_fields", null);
    }

    /**
     * Builds the changes.
     *
     * @return immutable changes; the builder can be reused
     * @throws InvalidRequestException when there is no change
     */
    public TruedyContactChanges build() {
      return new TruedyContactChanges(this);
    }
  }
}
