package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an import may take where the application does not say: longer than other calls. */
public final class ImportTimes {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private ImportTimes() {}

  /** The settings of imports, for a client with these of its own; null is not set. */
  public static CallOptions beside(@Nullable Duration timeout, @Nullable Duration deadline) {
    return new CallOptions(
        timeout == null ? TIMEOUT : null,
        deadline == null ? DEADLINE : null,
        null,
        Headers.empty());
  }
}
