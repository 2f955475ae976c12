package dev.contactsdk.kore;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language of an agent.
 *
 * @param language such as {@code en}
 * @param proficiency how well
 * @param isActive whether it is in use
 * @param additionalProperties what this SDK does not know; never null
 */
public record LanguageSupport(
    @Nullable String language,
    @Nullable Proficiency proficiency,
    @Nullable Boolean isActive,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "LanguageSupport[" + "language=" + language + ", proficiency=" + proficiency + "]";
  }
}
