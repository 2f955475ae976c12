package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.internal.Lengths;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent group to create. Immutable.
 *
 * <p>Source: Kore.ai, "Create an Agent Group".
 */
public final class NewKoreAgentGroup extends RequestObject {
  private static final int LONGEST = 50;

  private NewKoreAgentGroup(Builder builder) {
    super(builder);
    checkLengths();
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewKoreAgentGroup(Map<String, @Nullable Object> written) {
    super(written, "name", "description");
    checkLengths();
  }

  private void checkLengths() {
    Lengths.check(this, "name", LONGEST);
    Lengths.check(this, "description", LONGEST);
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

  /** Collects the group's properties. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {
      requireText("name");
      requireText("description");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the name.
     *
     * @param name at most 50 characters
     * @return this builder
     */
    public Builder name(@Nullable String name) {
      return put("name", name);
    }

    /**
     * Sets the description.
     *
     * @param text at most 50 characters
     * @return this builder
     */
    public Builder description(@Nullable String text) {
      return put("description", text);
    }

    /**
     * Builds the group.
     *
     * @return the group
     * @throws InvalidRequestException when name or description is missing, blank or too long
     */
    public NewKoreAgentGroup build() {
      return new NewKoreAgentGroup(this);
    }
  }
}
