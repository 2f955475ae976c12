package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.phone.PhoneNumber;
import dev.contactsdk.truedy.internal.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A contact to create. Only what is set is sent. Immutable. {@code toString} shows only property
 * names.
 *
 * <p>Source: Truedy, "Create Contact" and "Contacts".
 */
public final class NewTruedyContact extends RequestObject {
  private static final String TYPE = "NewTruedyContact";
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final int LONGEST_NAME = 100;

  private NewTruedyContact(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewTruedyContact(Map<String, @Nullable Object> written) {
    super(written, "phone_number");
  }

  /**
   * Creates a builder with the only property that Truedy requires.
   *
   * @param phoneNumber in E.164, such as {@code +15551234567}; {@link PhoneNumber#parse(String)}
   *     reads numbers as people write them
   * @return a builder
   * @throws InvalidRequestException when it is not in E.164; the message does not quote it
   */
  public static Builder builder(String phoneNumber) {
    return new Builder(phoneNumber);
  }

  /**
   * Creates a builder with the only property that Truedy requires.
   *
   * @param phoneNumber the number
   * @return a builder
   * @throws InvalidRequestException when it is null
   */
  public static Builder builder(PhoneNumber phoneNumber) {
    return new Builder(phoneNumber == null ? null : phoneNumber.e164());
  }

  String phoneNumber() {
    return String.valueOf(properties().get("phone_number"));
  }

  @Nullable String text(String property) {
    return properties().get(property) instanceof String text ? text : null;
  }

  /** Collects a contact's properties. Not thread-safe. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder(@Nullable String phoneNumber) {
      if (phoneNumber == null || !E164.matcher(phoneNumber).matches()) {
        throw new InvalidRequestException(
            TYPE,
            "phone_number must be in E.164: +, then 2 to 15 digits, the first not 0, without"
                + " spaces, dashes or brackets; PhoneNumber.parse(...) reads other forms");
      }
      require("phone_number");
      put("phone_number", phoneNumber);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The first name.
     *
     * @param name at most 100 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder firstName(String name) {
      return put("first_name", Checks.text(TYPE, "first_name", name, LONGEST_NAME));
    }

    /**
     * The last name.
     *
     * @param name at most 100 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder lastName(String name) {
      return put("last_name", Checks.text(TYPE, "last_name", name, LONGEST_NAME));
    }

    /**
     * The e-mail address.
     *
     * @param address text with one @ and no spaces; Truedy may check more
     * @return this builder
     * @throws InvalidRequestException when it is not such an address
     */
    public Builder email(String address) {
      return put("email", Checks.email(TYPE, address));
    }

    /**
     * Adds a custom field.
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
     * Adds custom fields.
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
     * Sets the contact's folder. Truedy's pages disagree: "Contacts" requires it, but the reference
     * of "Create Contact" does not have it, so a server may ignore it and choose another folder. It
     * is sent only when set; check {@link TruedyContact#folderId()} of the result. An import always
     * uses its folder.
     *
     * @param folderId the folder's id
     * @return this builder
     * @throws InvalidRequestException when it is blank
     */
    public Builder folder(String folderId) {
      return put("folder_id", Checks.notBlank(TYPE, "folder_id", folderId));
    }

    /**
     * Sets the company. Only on the page "Contacts".
     *
     * @param name the company's name
     * @return this builder
     */
    public Builder companyName(String name) {
      return put("company_name", Checks.text(TYPE, "company_name", name));
    }

    /**
     * Sets the industry. Only on the page "Contacts".
     *
     * @param industry the industry
     * @return this builder
     */
    public Builder industry(String industry) {
      return put("industry", Checks.text(TYPE, "industry", industry));
    }

    /**
     * Sets the place. Only on the page "Contacts".
     *
     * @param location the place
     * @return this builder
     */
    public Builder location(String location) {
      return put("location", Checks.text(TYPE, "location", location));
    }

    /**
     * Sets the postal code. Only on the page "Contacts".
     *
     * @param code the code
     * @return this builder
     */
    public Builder pinCode(String code) {
      return put("pin_code", Checks.text(TYPE, "pin_code", code));
    }

    /**
     * Sets the tags. Sent as one text with commas, as on the page "Contacts"; an earlier version of
     * the service took an array of texts, which {@link #additionalProperty} can send. Only on that
     * page. {@link TruedyContact#keywords()} reads both.
     *
     * @param words the tags, in place of those set before; none are not sent
     * @return this builder
     * @throws InvalidRequestException when one is null or blank or contains a comma
     */
    public Builder keywords(Collection<String> words) {
      List<String> checked = new ArrayList<>();
      given("keywords", words).forEach(word -> checked.add(keyword(word)));
      return checked.isEmpty() ? leaveOut("keywords") : put("keywords", String.join(",", checked));
    }

    private static String keyword(String word) {
      if (Checks.notBlank(TYPE, "a keyword", word).indexOf(',') >= 0) {
        throw new InvalidRequestException(
            TYPE, "a keyword contains a comma, which separates keywords");
      }
      return word;
    }

    /**
     * Adds an entry of {@code metadata}: the name of custom fields on the page "Contacts" and in
     * the older reference. A server of the current reference may ignore it; see {@link
     * #customField}.
     *
     * @param key its name
     * @param value any value that {@link #customField} takes
     * @return this builder
     * @throws InvalidRequestException when the key is blank, or the value is not one of JSON
     */
    public Builder metadata(String key, @Nullable Object value) {
      return putInto("metadata", Checks.notBlank(TYPE, "a key of metadata", key), value);
    }

    /**
     * Builds the contact.
     *
     * @return an immutable contact; the builder can be reused
     */
    public NewTruedyContact build() {
      return new NewTruedyContact(this);
    }
  }
}
