package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps personal data and credentials out of exceptions and logs: vendors quote what was sent
 * ("contact +1555… exists"). Whatever text the request held is taken out of the vendor's texts, and
 * so are e-mail addresses and long runs of digits, which may come back in another form. What is
 * left is made one line and cut, in this order: a part of a value would no longer be known for one.
 */
public final class Masking {
  private static final int LONGEST_SHOWN = 2000;

  /** The look-behind tries each word once: without it a long text without @ takes for ever. */
  private static final Pattern EMAIL = Pattern.compile("(?<![^ \"'<>@])[^ \"'<>@]++@[^ \"'<>]+");

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()./_-]{5,}\\d");

  private final SentTexts sent;

  public Masking(HttpRequest request, @Nullable RequestBody about) {
    this.sent = new SentTexts(request, about);
  }

  /** What is never printed stays as it is. */
  public ErrorDetails apply(ErrorDetails details) {
    return new ErrorDetails(
        details.kind(),
        details.origin(),
        text(details.code()),
        text(details.message()),
        details.fieldErrors().stream().map(this::field).toList(),
        details.details(),
        header(details.requestId()),
        details.retryAfter());
  }

  public @Nullable String text(@Nullable String said) {
    if (said == null) {
      return null;
    }
    FoldedText text = FoldedText.of(said);
    sent.hideIn(text);
    text.hide(EMAIL);
    text.hide(NUMBER);
    return text.shown(LONGEST_SHOWN);
  }

  /** An id or another short text of the headers. Runs of digits stay, for most ids hold some. */
  public @Nullable String header(@Nullable String value) {
    if (value == null) {
      return null;
    }
    FoldedText text = FoldedText.of(value);
    sent.hideIn(text);
    text.hide(EMAIL);
    return text.shown(OneLine.LONGEST_ID);
  }

  private FieldError field(FieldError error) {
    String field = error.field();
    String message = text(error.message());
    return new FieldError(
        field == null || sent.areNames(field) ? field : text(field),
        message == null ? "" : message,
        text(error.code()));
  }
}
