package dev.contactsdk.kore;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agents by availability. Prints statuses and counts only.
 *
 * <p>Source: Kore.ai, "Check Agent Availability Status".
 *
 * @param byStatus by {@code AVAILABLE}, {@code BUSY}, {@code OFFLINE}, {@code AWAY} and whatever
 *     else the account has; never null
 */
public record AgentAvailability(Map<String, List<AvailableAgent>> byStatus) implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param byStatus by {@code AVAILABLE}, {@code BUSY}, {@code OFFLINE}, {@code AWAY} and whatever
   *     else the account has; never null
   */
  public AgentAvailability {
    byStatus = Unmodifiable.map(byStatus);
  }

  private static final JsonType<Map<String, List<AvailableAgent>>> TYPE = new JsonType<>() {};

  private static final Set<String> NAMES_OF_ERRORS =
      Set.of("errors", "error", "success", "status", "message", "msg", "code");

  static Decoder<AgentAvailability> decoder() {
    return answer -> {
      Map<String, List<AvailableAgent>> byStatus = TYPE.read(answer.stream());
      if (byStatus.keySet().stream().anyMatch(NAMES_OF_ERRORS::contains)) {
        refuseError(asSent(byStatus));
      }
      return new AgentAvailability(byStatus);
    };
  }

  private static void refuseError(Map<String, @Nullable Object> sent) {
    if (KoreErrorBody.isError(sent)) {
      throw UnusableAnswerException.of("the body holds no availability", sent);
    }
  }

  /** What an error says was read as agents: a text as an id, an object as what is not known. */
  private static Map<String, @Nullable Object> asSent(Map<String, List<AvailableAgent>> read) {
    Map<String, @Nullable Object> sent = new LinkedHashMap<>();
    read.forEach(
        (name, agents) -> {
          List<Object> values =
              agents.stream()
                  .map(agent -> agent.id() == null ? agent.additionalProperties() : agent.id())
                  .toList();
          sent.put(name, values.size() == 1 ? values.get(0) : values);
        });
    return sent;
  }

  /**
   * The agents of a status.
   *
   * @param status the status
   * @return never null; empty when there are none
   */
  public List<AvailableAgent> of(AvailabilityStatus status) {
    return byStatus.getOrDefault(status.value(), List.of());
  }

  /**
   * The agents that can be given work.
   *
   * @return never null; empty when there are none
   */
  public List<AvailableAgent> available() {
    return of(AvailabilityStatus.AVAILABLE);
  }

  @Override
  public String toString() {
    return byStatus.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().size())
        .collect(Collectors.joining(", ", "AgentAvailability[", "]"));
  }
}
