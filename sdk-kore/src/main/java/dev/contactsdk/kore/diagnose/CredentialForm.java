package dev.contactsdk.kore.diagnose;

import dev.contactsdk.core.spi.diagnose.Report;
import org.jspecify.annotations.Nullable;

/**
 * What the id and the secret of a JWT app look like, to find a mix-up. Keeps neither of them. The
 * forms are those of Kore.ai's samples, so they prove nothing before Kore.ai refuses the pair.
 */
public final class CredentialForm {
  /** A pair that nothing is known about. */
  static final CredentialForm UNKNOWN = of(null, null);

  private static final String SWAPPED = "clientId and clientSecret are swapped";
  private static final int USUAL_SECRET = 44;

  private final IdKind id;
  private final IdKind secret;
  private final boolean hasId;
  private final int length;

  private CredentialForm(IdKind id, IdKind secret, boolean hasId, int length) {
    this.id = id;
    this.secret = secret;
    this.hasId = hasId;
    this.length = length;
  }

  /**
   * Looks at a pair.
   *
   * @param clientId the id as given; null when it is missing
   * @param secret the secret as given; null when it is missing, or the app has a key pair
   * @return what it looks like
   */
  public static CredentialForm of(@Nullable String clientId, @Nullable String secret) {
    return new CredentialForm(
        IdKind.of(clientId),
        IdKind.of(secret),
        clientId != null,
        secret == null ? 0 : secret.length());
  }

  private boolean isSwapped() {
    return secret == IdKind.CLIENT && (id == IdKind.SECRET || id == IdKind.OTHER);
  }

  /**
   * What looks wrong about the id.
   *
   * @return such as {@code clientId looks like a stream id (st-…)}; null for nothing
   */
  public @Nullable String idFault() {
    boolean fine = id == IdKind.CLIENT || id == IdKind.OTHER;
    return isSwapped() ? SWAPPED : fine ? null : "clientId looks like " + id;
  }

  /**
   * What looks wrong about the secret.
   *
   * @return such as {@code clientSecret looks like a client id (cs-…)}; null for nothing
   */
  public @Nullable String secretFault() {
    boolean fine = secret == IdKind.SECRET || secret == IdKind.OTHER;
    return isSwapped() ? SWAPPED : fine ? null : "clientSecret looks like " + secret;
  }

  /**
   * How to mend what looks wrong.
   *
   * @param setting the builder's method, such as {@code credentials}
   * @return a sentence
   */
  public String mend(String setting) {
    return isSwapped()
        ? "Swap them: " + setting + "(clientId, clientSecret). A client id begins with cs-."
        : "Copy both from the JWT app in Kore.ai: a client id begins with cs-, and the secret is"
            + " shown beside it.";
  }

  /**
   * Reports what looks wrong, once Kore.ai has refused the pair.
   *
   * @return whether anything does
   */
  boolean blame(Report report, String group, String setting, String said) {
    String ofId = idFault();
    String ofSecret = secretFault();
    String answer = ", and Kore.ai answers " + said;
    if (ofId != null) {
      report.correct(group + ".clientId", ofId + answer, mend(setting));
    }
    if (ofSecret != null) {
      report.correct(group + ".clientSecret", ofSecret + answer, mend(setting));
    }
    return ofId != null || ofSecret != null;
  }

  /** What looks odd, each a sentence after a blank; empty for nothing. */
  String doubts() {
    String doubts = hasId && id != IdKind.CLIENT ? " The client id does not begin with cs-." : "";
    if (length == 0 || length == USUAL_SECRET) {
      return doubts;
    }
    return doubts
        + " The client secret has "
        + length
        + " characters, Kore.ai's usually have 44: "
        + (length < USUAL_SECRET ? "was it cut off?" : "is it another one?");
  }

  @Override
  public String toString() {
    return "CredentialForm";
  }
}
