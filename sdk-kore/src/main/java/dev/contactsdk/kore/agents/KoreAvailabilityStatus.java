package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent can take work. Accounts may define their own statuses. */
public final class KoreAvailabilityStatus extends OpenValue {
  private static final Known<KoreAvailabilityStatus> KNOWN =
      new Known<>(KoreAvailabilityStatus::new);

  /** Can take work. */
  public static final KoreAvailabilityStatus AVAILABLE = KNOWN.add("AVAILABLE");

  /** Busy with work. */
  public static final KoreAvailabilityStatus BUSY = KNOWN.add("BUSY");

  /** Not signed in. */
  public static final KoreAvailabilityStatus OFFLINE = KNOWN.add("OFFLINE");

  /** Signed in, but away. */
  public static final KoreAvailabilityStatus AWAY = KNOWN.add("AWAY");

  private KoreAvailabilityStatus(String value) {
    super(value);
  }

  /**
   * Returns the constant for a text.
   *
   * @param value the text as Kore.ai sends it; unknown texts are kept
   * @return the constant; for an unknown text, a value that holds it
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KoreAvailabilityStatus of(String value) {
    return KNOWN.of(value);
  }
}
