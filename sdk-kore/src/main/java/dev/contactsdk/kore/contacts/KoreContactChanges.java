package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a contact: only what was set is sent. Immutable.
 *
 * <p>Kore.ai's release notes speak of partial updates, while the table of "Update Bulk Contacts"
 * marks every field as required. Where a partial update is refused, or to be on the safe side,
 * begin with {@link KoreContact#toChanges()}, which sends all of them.
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
   * Begins without any change.
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
     * Makes the changes.
     *
     * @return the changes
     */
    public KoreContactChanges build() {
      return new KoreContactChanges(this);
    }
  }
}
