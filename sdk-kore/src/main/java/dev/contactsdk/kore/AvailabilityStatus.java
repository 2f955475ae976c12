package dev.contactsdk.kore;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent can be given work. Accounts may have statuses of their own. */
public final class AvailabilityStatus extends OpenValue {
  private static final Known<AvailabilityStatus> KNOWN = new Known<>(AvailabilityStatus::new);

  /** Can be given work. */
  public static final AvailabilityStatus AVAILABLE = KNOWN.add("AVAILABLE");

  /** At work. */
  public static final AvailabilityStatus BUSY = KNOWN.add("BUSY");

  /** Not signed in. */
  public static final AvailabilityStatus OFFLINE = KNOWN.add("OFFLINE");

  /** Signed in, and away. */
  public static final AvailabilityStatus AWAY = KNOWN.add("AWAY");

  private AvailabilityStatus(String value) {
    super(value);
  }

  /**
   * The value of a text.
   *
   * @param value the text as Kore.ai sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AvailabilityStatus of(String value) {
    return KNOWN.of(value);
  }
}
