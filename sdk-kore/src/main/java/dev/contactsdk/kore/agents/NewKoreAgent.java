package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.spi.PersonName;
import dev.contactsdk.kore.KoreClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent to create. Immutable. Look up the ids that it needs with {@link KoreClient#roles()},
 * {@link KoreClient#agentGroups()}, {@link KoreClient#queues()} and {@link
 * KoreClient#skillGroups()}.
 *
 * <p>Source: Kore.ai, "Create an Agent".
 */
public final class NewKoreAgent extends RequestObject {
  private NewKoreAgent(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewKoreAgent(Map<String, @Nullable Object> written) {
    super(written, "emailId", "firstName", "lastName", "roleId");
  }

  /**
   * Creates a builder. E-mail address, first name, last name and role are required; {@link
   * Builder#build()} names those that are missing.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  String emailId() {
    return String.valueOf(properties().get("emailId"));
  }

  PersonName name() {
    return new PersonName(
        String.valueOf(properties().get("firstName")),
        String.valueOf(properties().get("lastName")),
        null);
  }

  /** Collects the agent's properties. */
  public static final class Builder extends KoreAgentBuilder<Builder> {
    private Builder() {
      requireText("emailId");
      requireText("firstName");
      requireText("lastName");
      requireText("roleId");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the e-mail address.
     *
     * @param address an address that no other agent has: text with one @ and no spaces
     * @return this builder
     * @throws dev.contactsdk.core.error.InvalidRequestException when it is not such an address;
     *     null and blank are reported by {@link #build()}
     */
    public Builder emailId(@Nullable String address) {
      return put("emailId", address == null || address.isBlank() ? address : checkedEmail(address));
    }

    /**
     * Sets the first name.
     *
     * @param name the name
     * @return this builder
     */
    public Builder firstName(@Nullable String name) {
      return put("firstName", name);
    }

    /**
     * Sets the last name.
     *
     * @param name the name
     * @return this builder
     */
    public Builder lastName(@Nullable String name) {
      return put("lastName", name);
    }

    /**
     * Sets the role.
     *
     * @param roleId the role's id, from {@link KoreClient#roles()} or from another agent
     * @return this builder
     */
    public Builder role(@Nullable String roleId) {
      return put("roleId", roleId);
    }

    /**
     * Sets whether Kore.ai creates a desktop layout for the agent.
     *
     * @param value true to create and assign one
     * @return this builder
     */
    public Builder createDefaultLayoutAndAssign(boolean value) {
      return put("createDefaultLayoutAndAssign", value);
    }

    /**
     * Builds the agent.
     *
     * @return the agent
     * @throws dev.contactsdk.core.error.InvalidRequestException when a required value is missing or
     *     blank; the message names all of them
     */
    public NewKoreAgent build() {
      return new NewKoreAgent(this);
    }
  }
}
