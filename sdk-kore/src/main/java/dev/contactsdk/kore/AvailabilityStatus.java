package dev.contactsdk.kore;

import dev.contactsdk.core.json.OpenValue;

/**
 * Whether an agent can be given work. Accounts may have statuses of their own.
 *
 * @param value the text as Kore.ai sends it
 */
public record AvailabilityStatus(String value) implements OpenValue {
  /** Can be given work. */
  public static final AvailabilityStatus AVAILABLE = new AvailabilityStatus("AVAILABLE");

  /** At work. */
  public static final AvailabilityStatus BUSY = new AvailabilityStatus("BUSY");

  /** Not signed in. */
  public static final AvailabilityStatus OFFLINE = new AvailabilityStatus("OFFLINE");

  /** Signed in, and away. */
  public static final AvailabilityStatus AWAY = new AvailabilityStatus("AWAY");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
