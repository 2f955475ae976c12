package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.spi.PersonName;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact to create. Immutable. Two contacts may share a name, but not a phone number.
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
   * Creates a builder. First name, last name, salutation and cell phone are required; {@link
   * Builder#build()} names those that are missing.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The number.
   *
   * @return never null
   */
  public CellPhone cellPhone() {
    return cellPhone;
  }

  /** Kore.ai may trim names, and returns only the full name for some contacts. */
  boolean isNameOf(KoreContact contact) {
    PersonName sent = new PersonName(text("firstName"), text("lastName"), null);
    return sent.agreesWith(
        new PersonName(contact.firstName(), contact.lastName(), contact.fullName()));
  }

  /** Kore.ai's pages write it in several ways, such as {@code Mr} and {@code mr}. */
  boolean isSalutationOf(KoreContact contact) {
    String sent = text("salutation");
    String shown = contact.salutation();
    return sent == null
        || shown == null
        || shown.isBlank()
        || sent.strip().equalsIgnoreCase(shown.strip());
  }

  private @Nullable String text(String property) {
    return properties().get(property) instanceof String text ? text : null;
  }

  /** Collects the contact's properties. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private @Nullable CellPhone cellPhone;

    private Builder() {
      require("firstName");
      require("lastName");
      require("salutation");
      require("cellPhone");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the first name.
     *
     * @param name the name; required; Kore.ai does not document whether it may be empty
     * @return this builder
     */
    public Builder firstName(@Nullable String name) {
      return put("firstName", name);
    }

    /**
     * Sets the last name.
     *
     * @param name the name; may be empty
     * @return this builder
     */
    public Builder lastName(@Nullable String name) {
      return put("lastName", name);
    }

    /**
     * Sets the salutation.
     *
     * @param text such as {@code Mr} or {@code Mrs}; sent as given; may be empty
     * @return this builder
     */
    public Builder salutation(@Nullable String text) {
      return put("salutation", text);
    }

    /**
     * Sets the number.
     *
     * @param number a number that no other contact has
     * @return this builder
     */
    public Builder cellPhone(@Nullable CellPhone number) {
      cellPhone = number;
      return put("cellPhone", number == null ? null : number.properties());
    }

    /**
     * Builds the contact.
     *
     * @return the contact
     * @throws dev.contactsdk.core.error.InvalidRequestException when a required value is null; the
     *     message names all of them
     */
    public NewKoreContact build() {
      return new NewKoreContact(this);
    }
  }
}
