package dev.contactsdk.kore.agents;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreErrorBody;
import dev.contactsdk.kore.internal.KoreErrors;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads agents. {@link KoreErrors} gets the whole body when it holds no agent, or one that says
 * that it failed: an id may also be that of an agent that was not stored.
 */
final class AgentAnswers {
  private static final JsonType<List<KoreAgent>> AGENTS = new JsonType<>() {};
  private static final JsonType<KoreAgent> AGENT = JsonType.of(KoreAgent.class);

  private AgentAnswers() {}

  static Decoder<KoreAgent> agent() {
    return agent(agent -> agent.id() != null);
  }

  /** The documented answer has the user's id, but not the agent's. */
  static Decoder<KoreAgent> createdAgent() {
    return agent(agent -> agent.id() != null || agent.userId() != null);
  }

  static Decoder<Deleted<KoreAgent>> deletedAgent() {
    Predicate<KoreAgent> shown = agent -> agent.userId() != null || agent.emailId() != null;
    return Answers.deleted(agent(agent -> agent.id() != null || shown.test(agent)));
  }

  private static Decoder<KoreAgent> agent(Predicate<KoreAgent> usable) {
    return answer -> {
      KoreAgent agent = AGENT.read(answer.stream());
      if (!usable.test(agent) || KoreErrorBody.isError(others(agent))) {
        throw UnusableAnswerException.of("the body holds no agent with an id", others(agent));
      }
      return agent;
    };
  }

  /** Reads agents or bare ids, in an array or alone. An empty array is valid. */
  static Decoder<List<KoreAgent>> agents() {
    return answer -> {
      List<KoreAgent> agents = AGENTS.read(answer.stream());
      if (!agents.isEmpty() && agents.stream().allMatch(agent -> agent.id() == null)) {
        throw UnusableAnswerException.of(
            "the body holds no agent with an id", others(agents.get(0)));
      }
      return agents;
    };
  }

  /** A bare array, which says nothing about further pages. */
  static Decoder<PageAnswer<KoreWfmAgent>> wfmAgents() {
    Decoder<List<KoreWfmAgent>> rows = Answers.array(new JsonType<>() {});
    return answer -> new PageAnswer<>(rows.decode(answer), null, null, null, null, null, null);
  }

  private static Map<String, @Nullable Object> others(KoreAgent agent) {
    KoreAgentStatus status = agent.status();
    return Answers.others(status == null ? null : status.value(), agent.additionalProperties());
  }
}
