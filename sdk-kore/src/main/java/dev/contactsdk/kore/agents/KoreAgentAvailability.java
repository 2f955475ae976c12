package dev.contactsdk.kore.agents;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.internal.KoreErrorBody;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Agents by availability. {@code toString} shows only statuses and counts.
 *
 * <p>Source: Kore.ai, "Check Agent Availability Status".
 *
 * @param byStatus by {@code AVAILABLE}, {@code BUSY}, {@code OFFLINE}, {@code AWAY} and the
 *     account's other statuses; never null
 */
public record KoreAgentAvailability(Map<String, List<KoreAvailableAgent>> byStatus)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param byStatus by {@code AVAILABLE}, {@code BUSY}, {@code OFFLINE}, {@code AWAY} and the
   *     account's other statuses; never null
   */
  public KoreAgentAvailability {
    byStatus = Unmodifiable.map(byStatus);
  }

  private static final JsonType<Map<String, List<KoreAvailableAgent>>> TYPE = new JsonType<>() {};

  /** Any key may be a status, so errors are checked first. */
  static Decoder<KoreAgentAvailability> decoder() {
    return answer -> {
      Object said = Json.read(answer.bytes());
      if (KoreErrorBody.isError(said)) {
        throw UnusableAnswerException.of("the body holds no availability", said);
      }
      return new KoreAgentAvailability(answer.convert(said, TYPE));
    };
  }

  /**
   * The agents with a status.
   *
   * @param status the status
   * @return never null; empty when there are none
   */
  public List<KoreAvailableAgent> of(KoreAvailabilityStatus status) {
    return byStatus.getOrDefault(status.value(), List.of());
  }

  /**
   * The agents that can take work.
   *
   * @return never null; empty when there are none
   */
  public List<KoreAvailableAgent> available() {
    return of(KoreAvailabilityStatus.AVAILABLE);
  }

  @Override
  public String toString() {
    return byStatus.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().size())
        .collect(Collectors.joining(", ", "AgentAvailability[", "]"));
  }
}
