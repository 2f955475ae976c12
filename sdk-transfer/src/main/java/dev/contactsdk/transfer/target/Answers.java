package dev.contactsdk.transfer.target;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a request's failure says about its rows. The same for all vendors. */
final class Answers {
  private static final String NOT_SHOWN = "the target's answer does not show the contact";
  private static final String ANOTHER = "the target's answer shows another contact";

  /** The SDK refuses calls of a closed client like wrong input, but no row is to blame. */
  private static final String CLOSED = "the client is closed";

  private static final String NOT_SENT = " [outcome " + Outcome.NOT_SENT + "]";
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int SEVERAL = 2;

  private Answers() {}

  /**
   * Sends a request.
   *
   * @param rows how many rows it carries
   * @param idOf the id of a record that a failure may hold
   * @param request sends it
   */
  static WriteAnswer of(
      int rows, Function<Object, @Nullable String> idOf, Supplier<WriteAnswer> request) {
    try {
      return request.get();
    } catch (UnconfirmedWriteException e) {
      return unconfirmed(e, rows, idOf);
    } catch (ApiException e) {
      return refusal(e, rows);
    } catch (SdkException e) {
      return e.outcome() == Outcome.NOT_SENT ? notSent(e) : lost(e);
    }
  }

  /**
   * Sends a file of rows. What the vendor refuses of a file is known, also if it has one row.
   *
   * @param request sends it
   */
  static WriteAnswer ofFile(Supplier<WriteAnswer> request) {
    return of(SEVERAL, record -> null, request);
  }

  /** A success that is about the contact, if it has its id. */
  static RowAnswer written(@Nullable String id) {
    return id == null || id.isBlank() ? unknown() : RowAnswer.written(id);
  }

  /** A success that should be about the contact with this id. */
  static RowAnswer changed(String wanted, @Nullable String id) {
    return wanted.equals(id) ? RowAnswer.written(wanted) : RowAnswer.unknown(ANOTHER);
  }

  static RowAnswer unknown() {
    return RowAnswer.unknown(NOT_SHOWN);
  }

  /** The SDK's message about input, which quotes no value. */
  static String reason(InvalidRequestException refused) {
    return String.valueOf(refused.getMessage()).replace(NOT_SENT, "");
  }

  private static WriteAnswer notSent(SdkException e) {
    if (e instanceof InvalidRequestException refused) {
      String reason = reason(refused);
      return reason.contains(CLOSED)
          ? new WriteAnswer.Denied(reason)
          : new WriteAnswer.Refused(reason, false, null);
    }
    if (e instanceof CredentialException) {
      return new WriteAnswer.Denied(text(e));
    }
    return new WriteAnswer.NotSent(text(e), wait(e), false);
  }

  /** Zero means that the limiter's store failed and nobody knows. */
  private static @Nullable Duration wait(SdkException e) {
    return e instanceof RateLimitWaitException limit && !limit.retryAfter().isZero()
        ? limit.retryAfter()
        : null;
  }

  private static WriteAnswer lost(SdkException e) {
    return new WriteAnswer.Lost(text(e), e.requestId());
  }

  /** The SDK's messages have no personal data. */
  private static String text(SdkException e) {
    return e instanceof ApiException refusal ? words(refusal) : String.valueOf(e.getMessage());
  }

  private static WriteAnswer refusal(ApiException e, int rows) {
    if (e instanceof ApiException.PayloadTooLarge) {
      return new WriteAnswer.TooLarge(words(e));
    }
    if (e.outcome() != Outcome.REJECTED) {
      return isAnsweredRefusal(e, rows) ? refused(e) : lost(e);
    }
    if (e instanceof ApiException.RateLimited) {
      return new WriteAnswer.NotSent(words(e), e.retryAfter(), true);
    }
    return isDenied(e) ? new WriteAnswer.Denied(withHint(e)) : refused(e);
  }

  /**
   * The vendor is done with the request and refuses something in it, but may have written other
   * rows. That is all that a refusal of several says.
   */
  private static boolean isAnsweredRefusal(ApiException e, int rows) {
    boolean ofRows = e instanceof ApiException.BadRequest || e instanceof ApiException.Conflict;
    return ofRows && rows > 1 && e.origin() == ErrorOrigin.VENDOR;
  }

  /** No row is to blame for a redirect or for a proxy that wants a login. */
  private static boolean isDenied(ApiException e) {
    return e instanceof ApiException.Unauthorized
        || e instanceof ApiException.PermissionDenied
        || e instanceof ApiException.PaymentRequired
        || (e.status() >= 300 && e.status() < 400)
        || e.status() == PROXY_AUTHENTICATION;
  }

  private static WriteAnswer refused(ApiException e) {
    return new WriteAnswer.Refused(words(e), e instanceof ApiException.Conflict, e.requestId());
  }

  /** The vendor's masked words, with the fields that it names. */
  private static String words(ApiException e) {
    String reason = e.reason();
    if (reason == null) {
      return "HTTP " + e.status() + " without a reason";
    }
    StringBuilder words = new StringBuilder(reason);
    for (FieldError error : e.fieldErrors()) {
      if (!reason.contains(error.message())) {
        words.append("; ").append(error.field() == null ? "" : error.field() + ": ");
        words.append(error.message());
      }
    }
    return words.toString();
  }

  private static String withHint(ApiException e) {
    return e.hint() == null ? words(e) : words(e) + " (" + e.hint() + ")";
  }

  private static WriteAnswer unconfirmed(
      UnconfirmedWriteException e, int rows, Function<Object, @Nullable String> idOf) {
    if (e.getCause() instanceof ApiException refusal) {
      return refusal(refusal, rows);
    }
    if (e.rows().size() != rows) {
      return lost(e);
    }
    List<RowAnswer> answers = new ArrayList<>(rows);
    e.rows().forEach(row -> answers.add(answer(row, idOf)));
    return new WriteAnswer.Answered(answers, e.requestId());
  }

  private static RowAnswer answer(Row row, Function<Object, @Nullable String> idOf) {
    Object record = row.record();
    return switch (row.outcome()) {
      case APPLIED -> written(record == null ? null : idOf.apply(record));
      case REJECTED -> RowAnswer.rejected("the target did not create it");
      default -> record == null ? unknown() : RowAnswer.unknown(ANOTHER);
    };
  }
}
