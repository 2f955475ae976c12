package dev.contactsdk.kore;

import dev.contactsdk.core.json.OpenValue;

/**
 * How well an agent masters a language or a skill.
 *
 * @param value the text as Kore.ai sends it
 */
public record Proficiency(String value) implements OpenValue {
  /** The best. */
  public static final Proficiency EXPERT = new Proficiency("expert");

  /** In between. */
  public static final Proficiency AVERAGE = new Proficiency("average");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
