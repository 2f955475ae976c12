package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent can be given work. Accounts may have statuses of their own. */
public final class KoreAvailabilityStatus extends OpenValue {
  private static final Known<KoreAvailabilityStatus> KNOWN =
      new Known<>(KoreAvailabilityStatus::new);

  /** Can be given work. */
  public static final KoreAvailabilityStatus AVAILABLE = KNOWN.add("AVAILABLE");

  /** At work. */
  public static final KoreAvailabilityStatus BUSY = KNOWN.add("BUSY");

  /** Not signed in. */
  public static final KoreAvailabilityStatus OFFLINE = KNOWN.add("OFFLINE");

  /** Signed in, and away. */
  public static final KoreAvailabilityStatus AWAY = KNOWN.add("AWAY");

  private KoreAvailabilityStatus(String value) {
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
  public static KoreAvailabilityStatus of(String value) {
    return KNOWN.of(value);
  }
}
