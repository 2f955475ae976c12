package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.lookups.KoreProficiency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language of an agent.
 *
 * @param language such as {@code en}
 * @param proficiency the level
 * @param isActive whether it is active
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreLanguageSupport(
    @Nullable String language,
    @Nullable KoreProficiency proficiency,
    @Nullable Boolean isActive,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @param isActive whether it is active
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreLanguageSupport {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "LanguageSupport[" + "language=" + language + ", proficiency=" + proficiency + "]";
  }
}
