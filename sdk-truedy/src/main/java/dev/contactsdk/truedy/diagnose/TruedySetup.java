package dev.contactsdk.truedy.diagnose;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.core.spi.diagnose.Fingerprint;
import dev.contactsdk.core.spi.diagnose.Setting;
import org.jspecify.annotations.Nullable;

/** What a Truedy client was set up with, for its diagnosis. Holds no credential as text. */
public final class TruedySetup {
  static final String KEY = "credential.apiKey";

  private static final String PREFIX = "truedy_";
  private static final int USUAL_KEY = PREFIX.length() + 32;

  private final Check key;
  private final String doubts;

  private TruedySetup(Check key, String doubts) {
    this.key = key;
    this.doubts = doubts;
  }

  /**
   * The set-up of a client with the application's own auth.
   *
   * @return the set-up
   */
  public static TruedySetup ofOwnAuth() {
    String seen = "your own auth makes the credential";
    return new TruedySetup(new Check(KEY, Verdict.UNKNOWN, seen, null), "");
  }

  /**
   * The set-up of a client with a key.
   *
   * @param apiKey the key as given; null when it is missing
   * @return the set-up
   */
  public static TruedySetup ofKey(@Nullable String apiKey) {
    String fault = Setting.fault(apiKey);
    if (fault != null || apiKey == null) {
      String mend =
          "Set apiKey(...), or TRUEDY_API_KEY, to the key alone, as the dashboard shows it.";
      return new TruedySetup(new Check(KEY, Verdict.WRONG, "apiKey " + fault, mend), "");
    }
    Check fine = new Check(KEY, Verdict.OK, Fingerprint.of(apiKey), null);
    return new TruedySetup(fine, doubts(apiKey));
  }

  private static String doubts(String apiKey) {
    if (apiKey.startsWith("Bearer")) {
      return " The key begins with Bearer: set it without, the SDK adds that.";
    }
    if (!apiKey.startsWith(PREFIX)) {
      return " The key does not begin with truedy_, as Truedy's usually do: is it another one?";
    }
    return apiKey.length() == USUAL_KEY
        ? ""
        : " The key has "
            + apiKey.length()
            + " characters, Truedy's usually have "
            + USUAL_KEY
            + (apiKey.length() < USUAL_KEY ? ": was it cut off?" : ": is it another one?");
  }

  /**
   * Whether the key can be sent.
   *
   * @return false when it is missing or malformed
   */
  public boolean isUsable() {
    return key.verdict() != Verdict.WRONG;
  }

  Check key() {
    return key;
  }

  /** What to do when Truedy refuses the key. */
  String mend() {
    return isOwnAuth()
        ? "Let your own auth send the header Authorization with Bearer and a key of the dashboard;"
            + " a revoked key is refused in the same words."
        : "Copy the key again, or make a new one in the dashboard under Settings > API Keys; a"
            + " revoked key is refused in the same words."
            + doubts;
  }

  private boolean isOwnAuth() {
    return key.verdict() == Verdict.UNKNOWN;
  }

  @Override
  public String toString() {
    return "TruedySetup";
  }
}
