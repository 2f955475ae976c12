package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose availability to ask for: agents with these skills, of these queues, or with these ids.
 * Immutable.
 *
 * <p>Source: Kore.ai, "Check Agent Availability Status".
 */
public final class KoreAvailabilityQuery extends RequestObject {
  private KoreAvailabilityQuery(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private KoreAvailabilityQuery(Map<String, @Nullable Object> written) {
    super(written);
  }

  /**
   * Begins without any restriction.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects restrictions. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Asks for agents with this skill too.
     *
     * @param id the skill
     * @return this builder
     */
    public Builder skill(String id) {
      return add("skillIds", text("the id in skillIds", id));
    }

    /**
     * Asks for agents of this queue too.
     *
     * @param id the queue
     * @return this builder
     */
    public Builder queue(String id) {
      return add("queueIds", text("the id in queueIds", id));
    }

    /**
     * Asks for this agent too.
     *
     * @param id the agent
     * @return this builder
     */
    public Builder agent(String id) {
      return add("agentIds", text("the id in agentIds", id));
    }

    /**
     * Makes the query.
     *
     * @return the query
     */
    public KoreAvailabilityQuery build() {
      return new KoreAvailabilityQuery(this);
    }
  }
}
