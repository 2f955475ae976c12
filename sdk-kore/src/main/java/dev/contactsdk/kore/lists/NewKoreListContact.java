package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact to add to a contact list. Immutable.
 *
 * <p>Source: Kore.ai, "Add Contacts to Contact List API".
 */
public final class NewKoreListContact extends RequestObject {
  private NewKoreListContact(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewKoreListContact(Map<String, @Nullable Object> written) {
    super(written, "phoneNumber");
  }

  /**
   * Creates a contact with a phone number only.
   *
   * @param phoneNumber see {@link Builder#phoneNumber}
   * @return the contact
   * @throws InvalidRequestException when it is missing or blank
   */
  public static NewKoreListContact of(String phoneNumber) {
    return builder().phoneNumber(phoneNumber).build();
  }

  /**
   * Creates a builder. The phone number is required.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the contact's columns. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {
      requireText("phoneNumber");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the phone number. It is sent as given. Kore.ai accepts an "international or local format
     * depending on platform rules"; its samples have the country code without a plus, such as
     * {@code 12025550103}. Try a real account before you add many.
     *
     * @param number the number
     * @return this builder
     */
    public Builder phoneNumber(@Nullable String number) {
      return put("phoneNumber", number);
    }

    /**
     * Sets another column. Kore.ai documents only the phone number here; a list's {@link
     * KoreContactList#mapping()} names the columns that it knows, such as {@code firstName} or
     * {@code timeZone}.
     *
     * @param name the column; not blank
     * @param value its value; null is sent as null
     * @return this builder
     */
    public Builder column(String name, @Nullable String value) {
      return put(text("the name of a column", name), value);
    }

    /**
     * Builds the contact.
     *
     * @return the contact
     * @throws InvalidRequestException when the phone number is missing or blank
     */
    public NewKoreListContact build() {
      return new NewKoreListContact(this);
    }
  }
}
