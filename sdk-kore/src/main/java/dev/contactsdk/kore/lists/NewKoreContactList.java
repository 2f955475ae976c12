package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.internal.Lengths;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact list to create. Immutable. {@code source} is always {@code passiveApi}, the only value
 * that Kore.ai accepts, and {@code allowDuplicates} is always sent, because the pages differ on
 * whether it is required.
 *
 * <p>Sources: Kore.ai, "Create Contact List", "Create Contact List v2".
 */
public final class NewKoreContactList extends RequestObject {
  static final int LONGEST_NAME = 48;
  static final int LONGEST_DESCRIPTION = 256;

  private NewKoreContactList(Builder builder) {
    super(builder);
    checkLengths(this);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewKoreContactList(Map<String, @Nullable Object> written) {
    super(written, "name", "description", "source", "allowDuplicates");
    checkLengths(this);
  }

  static void checkLengths(RequestObject list) {
    Lengths.check(list, "name", LONGEST_NAME);
    Lengths.check(list, "description", LONGEST_DESCRIPTION);
  }

  /**
   * Creates a builder. Name and description are required; {@link Builder#build()} names those that
   * are missing.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the list's properties. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {
      requireText("name");
      requireText("description");
      put("source", KoreContactListSource.PASSIVE_API);
      put("allowDuplicates", false);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the name. Contacts are added by name, so choose one that no other list has.
     *
     * @param name at most 48 characters
     * @return this builder
     */
    public Builder name(@Nullable String name) {
      return put("name", name);
    }

    /**
     * Sets the description.
     *
     * @param text at most 256 characters
     * @return this builder
     */
    public Builder description(@Nullable String text) {
      return put("description", text);
    }

    /**
     * Sets whether the list may hold a contact twice.
     *
     * @param value false by default
     * @return this builder
     */
    public Builder allowDuplicates(boolean value) {
      return put("allowDuplicates", value);
    }

    /**
     * Builds the list.
     *
     * @return the list
     * @throws InvalidRequestException when name or description is missing, blank or too long
     */
    public NewKoreContactList build() {
      return new NewKoreContactList(this);
    }
  }
}
