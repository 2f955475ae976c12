package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a contact list. What is not set stays. Immutable.
 *
 * <p>Sources: Kore.ai, "Update Contact List", "Update Contact List v2".
 */
public final class KoreContactListChanges extends RequestObject {
  static final String ALLOW_DUPLICATES = "allowDuplicates";

  private KoreContactListChanges(Builder builder) {
    super(builder);
    NewKoreContactList.checkLengths(this);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private KoreContactListChanges(Map<String, @Nullable Object> written) {
    super(written);
    NewKoreContactList.checkLengths(this);
  }

  /**
   * Creates a builder without changes.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the changes. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the name.
     *
     * @param name at most 48 characters
     * @return this builder
     */
    public Builder name(String name) {
      return put("name", text("name", name));
    }

    /**
     * Sets the description.
     *
     * @param text at most 256 characters
     * @return this builder
     */
    public Builder description(String text) {
      return put("description", text("description", text));
    }

    /**
     * Sets whether the list may hold a contact twice. Only version 1 documents it for an update:
     * see {@link KoreContactLists#v1()}.
     *
     * @param value true to allow it
     * @return this builder
     */
    public Builder allowDuplicates(boolean value) {
      return put(ALLOW_DUPLICATES, value);
    }

    /**
     * Builds the changes.
     *
     * @return the changes
     * @throws InvalidRequestException when a text is too long
     */
    public KoreContactListChanges build() {
      return new KoreContactListChanges(this);
    }
  }
}
