package dev.contactsdk.kore;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.JsonType;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads agents. What holds none is handed to {@link KoreErrors} with all that it does hold. */
final class AgentAnswers {
  private static final JsonType<List<Agent>> AGENTS = new JsonType<>() {};
  private static final JsonType<Agent> AGENT = JsonType.of(Agent.class);

  private AgentAnswers() {}

  static Decoder<Agent> agent() {
    return agent(agent -> agent.id() != null);
  }

  /** The documented answer has the user's id, and none of the agent. */
  static Decoder<Agent> createdAgent() {
    return agent(agent -> agent.id() != null || agent.userId() != null);
  }

  static Decoder<Deleted<Agent>> deletedAgent() {
    Predicate<Agent> shown = agent -> agent.userId() != null || agent.emailId() != null;
    return Decoder.deleted(
        agent(a -> a.id() != null || (shown.test(a) && !KoreErrorBody.isError(others(a)))));
  }

  private static Decoder<Agent> agent(Predicate<Agent> usable) {
    return answer -> {
      Agent agent = AGENT.read(answer.stream());
      if (!usable.test(agent)) {
        throw UnusableAnswerException.of("the body holds no agent with an id", others(agent));
      }
      return agent;
    };
  }

  /** Agents, or bare ids, or one of them; none is an answer too. */
  static Decoder<List<Agent>> agents() {
    return answer -> {
      List<Agent> agents = AGENTS.read(answer.stream());
      if (!agents.isEmpty() && agents.stream().allMatch(agent -> agent.id() == null)) {
        throw UnusableAnswerException.of(
            "the body holds no agent with an id", others(agents.get(0)));
      }
      return agents;
    };
  }

  private static Map<String, @Nullable Object> others(Agent agent) {
    AgentStatus status = agent.status();
    return Answers.others(status == null ? null : status.value(), agent.additionalProperties());
  }
}
