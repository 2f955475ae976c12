package dev.contactsdk.kore.internal;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.spi.VendorProfile;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kore.ai's specifics, and the rules for account settings. */
public final class KoreProfile {
  private static final Window MINUTE = new Window(60, Duration.ofMinutes(1));
  private static final Window HOUR = new Window(1800, Duration.ofHours(1));

  /** The first path segments of all operations. People copy them along with the host. */
  private static final Pattern OPERATION =
      Pattern.compile(
          "^(https?://[^/]+)/(?:agentassist|campaign|api(?=$|/public|/1\\.1))(?:/.*)?$");

  /**
   * Fields of contacts, agents and contact lists. Fields without a documented shape are listed as a
   * whole, as is {@code data}, the rows for a contact list, whose columns an application chooses.
   */
  private static final Set<String> PERSONAL =
      Set.of(
          "address",
          "cellPhone",
          "cellPhoneNumber",
          "contact_list_name",
          "customFields",
          "customId",
          "data",
          "description",
          "email",
          "emailId",
          "firstName",
          "fullName",
          "lastName",
          "lFullName",
          "name",
          "nickName",
          "notes",
          "phoneNumber",
          "secureCustomData",
          "twitterDetails");

  private static final String UNREADABLE =
      "Is 'Enforce Request and Response Payload Encryption' switched on in the JWT app? The SDK"
          + " cannot read encrypted answers.";

  private KoreProfile() {}

  public static VendorProfile of(KoreApp app) {
    return new VendorProfile(
        "kore",
        Map.of("streamId", app.streamId(), "accountId", app.accountId()),
        Headers.empty().with("accountId", app.accountId()),
        PERSONAL,
        new KoreErrors(),
        UNREADABLE);
  }

  public static String root(String url) {
    return OPERATION.matcher(url).replaceFirst("$1");
  }

  /** An id that is used in paths and headers unchanged. */
  public static String plain(String setting, String example, @Nullable String value) {
    boolean fine = value != null && !value.isBlank();
    for (int i = 0; value != null && i < value.length(); i++) {
      char c = value.charAt(i);
      fine &= c > ' ' && c < 0x7f && c != '/' && c != '\\';
    }
    if (value == null || !fine) {
      throw new InvalidRequestException(
          setting,
          "must not contain a space, a line break, a slash or a non-ASCII character: set only the"
              + " id, such as "
              + example);
    }
    return value;
  }

  /** The limiter of an account. */
  public static RateLimiter limiter(String account) {
    return RateLimiter.ofAccount(account, MINUTE);
  }

  /** The limiter of an account's role requests. */
  public static RateLimiter adminLimiter(String account) {
    return RateLimiter.ofAccount(account + "#admin", MINUTE, HOUR);
  }
}
