package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long an agent had a status. Kore.ai sends times without a zone and does not say which one
 * they are in, so they stay text.
 *
 * @param primaryStatus such as {@code AVAILABLE}
 * @param secondaryStatus the more exact status; may be the same
 * @param startTime when it began, such as {@code 2026-09-18T14:31:58}
 * @param endTime when it ended; null if it has not
 * @param duration such as {@code 01:07:48}
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreStatusPeriod(
    @Nullable String primaryStatus,
    @Nullable String secondaryStatus,
    @Nullable String startTime,
    @Nullable String endTime,
    @Nullable String duration,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param primaryStatus such as {@code AVAILABLE}
   * @param secondaryStatus the more exact status; may be the same
   * @param startTime when it began, such as {@code 2026-09-18T14:31:58}
   * @param endTime when it ended; null if it has not
   * @param duration such as {@code 01:07:48}
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreStatusPeriod {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreStatusPeriod[" + "primaryStatus=" + primaryStatus + ", duration=" + duration + "]";
  }
}
