package dev.contactsdk.spring.boot.internal.settings;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties that are missing, malformed or contradictory. No text of it shows a secret. */
public final class PropertyFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> properties;
  private final String reason;
  private final String mend;

  /**
   * Creates the failure.
   *
   * @param properties the full names of the properties
   * @param reason what is wrong, after "is" or "are" of an unnamed subject
   * @param mend what to do
   * @param cause the refusal by the client's builder; null for none
   */
  PropertyFault(List<String> properties, String reason, String mend, @Nullable Throwable cause) {
    super(String.join(", ", properties) + ": " + reason, cause);
    this.properties = List.copyOf(properties);
    this.reason = reason;
    this.mend = mend;
  }

  public List<String> properties() {
    return properties;
  }

  public String reason() {
    return reason;
  }

  public String mend() {
    return mend;
  }
}
