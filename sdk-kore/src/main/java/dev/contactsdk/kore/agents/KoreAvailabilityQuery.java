package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which agents to check: by skill, queue or id. Immutable.
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
   * Creates a builder without restrictions.
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
     * Adds agents with this skill.
     *
     * @param id the skill
     * @return this builder
     */
    public Builder skill(String id) {
      return add("skillIds", text("the id in skillIds", id));
    }

    /**
     * Adds agents of this queue.
     *
     * @param id the queue
     * @return this builder
     */
    public Builder queue(String id) {
      return add("queueIds", text("the id in queueIds", id));
    }

    /**
     * Adds this agent.
     *
     * @param id the agent
     * @return this builder
     */
    public Builder agent(String id) {
      return add("agentIds", text("the id in agentIds", id));
    }

    /**
     * Builds the query.
     *
     * @return the query
     */
    public KoreAvailabilityQuery build() {
      return new KoreAvailabilityQuery(this);
    }
  }
}
