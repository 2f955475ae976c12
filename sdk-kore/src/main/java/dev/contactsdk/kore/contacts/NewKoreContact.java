package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.spi.PersonName;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be created. Immutable. Names may repeat, a phone number may not.
 *
 * <p>Source: Kore.ai, "Create a Contact by Giving Details".
 */
public final class NewKoreContact extends RequestObject {
  private final CellPhone cellPhone;

  private NewKoreContact(Builder builder) {
    super(builder);
    this.cellPhone = Objects.requireNonNull(builder.cellPhone);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewKoreContact(Map<String, @Nullable Object> written) {
    super(written, "firstName", "lastName", "salutation", "cellPhone");
    this.cellPhone = CellPhone.written(written.get("cellPhone"));
  }

  /**
   * Begins a contact.
   *
   * @param firstName the first name; Kore.ai requires it, and does not say that it may not be empty
   * @param lastName the last name; may be empty too
   * @param salutation such as {@code Mr} or {@code Mrs}; sent as given, may be empty too
   * @param cellPhone the number, which no other contact may have
   * @return a new builder
   */
  public static Builder builder(
      String firstName, String lastName, String salutation, CellPhone cellPhone) {
    return new Builder(firstName, lastName, salutation, cellPhone);
  }

  /**
   * The number.
   *
   * @return never null
   */
  public CellPhone cellPhone() {
    return cellPhone;
  }

  /** Kore.ai may trim names, and answers some contacts with the whole name alone. */
  boolean isNameOf(KoreContact contact) {
    PersonName sent = new PersonName(text("firstName"), text("lastName"), null);
    return sent.agreesWith(
        new PersonName(contact.firstName(), contact.lastName(), contact.fullName()));
  }

  private @Nullable String text(String property) {
    return properties().get(property) instanceof String text ? text : null;
  }

  /** Collects what the contact is made of. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private final @Nullable CellPhone cellPhone;

    private Builder(
        String firstName, String lastName, String salutation, @Nullable CellPhone cellPhone) {
      this.cellPhone = cellPhone;
      require("firstName", firstName);
      require("lastName", lastName);
      require("salutation", salutation);
      require("cellPhone", cellPhone == null ? null : cellPhone.properties());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Makes the contact.
     *
     * @return the contact
     * @throws dev.contactsdk.core.error.InvalidRequestException when something required is null;
     *     the message names all of it
     */
    public NewKoreContact build() {
      return new NewKoreContact(this);
    }
  }
}
