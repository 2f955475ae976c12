package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The default time limits of an import: longer than those of other calls. */
public final class ImportTimes {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private ImportTimes() {}

  /** The import settings for a client with these settings; null means not set. */
  public static CallOptions beside(@Nullable Duration timeout, @Nullable Duration deadline) {
    return new CallOptions(
        timeout == null ? TIMEOUT : null,
        deadline == null ? DEADLINE : null,
        null,
        Headers.empty());
  }
}
