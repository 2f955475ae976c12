package dev.contactsdk.truedy;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.CreateCall;
import dev.contactsdk.core.spi.CreateSteps;
import dev.contactsdk.core.spi.LookUp;
import dev.contactsdk.truedy.Answers.Envelope;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that creates a contact. Truedy takes no idempotency key for contacts and does not say that
 * it refuses a number that it has already, so a create that breaks off is never just sent again:
 * {@link #onUnknown(OnUnknown)} says what happens instead.
 *
 * <p>The look-up searches the contacts for the number, and when the search finds nothing it goes
 * through all contacts, because only one of Truedy's pages names the search. A match is any contact
 * with that number, also one that was there before. With {@link OnUnknown#lookUpThenResend()} the
 * call waits until 60 seconds have passed since it broke off, goes through all contacts, and sends
 * again only if none of them has the number, in whatever spelling; a first request that Truedy
 * carries out later than that still makes a duplicate. An account with many contacts needs a longer
 * {@link #deadline}: 100 contacts are a request, of which 100 go out in a minute.
 *
 * <p>Source: Truedy, "Create Contact", "Contacts" and "Idempotency".
 */
@CheckReturnValue
public final class TruedyContactCreateCall
    extends CreateCall<TruedyContact, TruedyContactCreateCall> {
  private static final Duration SETTLE = Duration.ofSeconds(60);
  private static final JsonType<Envelope<TruedyContact>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyContact> CREATE =
      Endpoint.post("truedy.contacts.create", "/contacts", Answers.one(ANSWER));

  private final NewTruedyContact contact;

  TruedyContactCreateCall(
      ApiEngine engine, CallOptions options, NewTruedyContact contact, OnUnknown onUnknown) {
    super(engine, options, onUnknown);
    this.contact = contact;
  }

  @Override
  protected RequestBody body() {
    return engine().jsonBody(CREATE.operation(), contact);
  }

  @Override
  protected CreateSteps<TruedyContact> steps() {
    return new Steps();
  }

  private final class Steps implements CreateSteps<TruedyContact> {
    private final SentNumber number = new SentNumber(contact.phoneNumber());

    @Override
    public ApiResponse<TruedyContact> send(CallScope scope) {
      return engine().send(ApiRequest.of(CREATE).json(contact), scope);
    }

    @Override
    public LookUp<TruedyContact> glance(CallScope scope) {
      return through(list(scope).search(contact.phoneNumber()), scope);
    }

    @Override
    public LookUp<TruedyContact> find(CallScope scope) {
      return through(list(scope), scope);
    }

    private TruedyContactListCall list(CallScope scope) {
      return new TruedyContactListCall(engine(), scope.options());
    }

    private LookUp<TruedyContact> through(TruedyContactListCall list, CallScope scope) {
      Iterator<Page<TruedyContact>> pages = list.pagesIn(scope);
      long searched = 0;
      TruedyContact similar = null;
      while (pages.hasNext()) {
        Page<TruedyContact> page = pages.next();
        searched += page.items().size();
        for (TruedyContact row : page.items()) {
          if (number.is(row.phoneNumber())) {
            return LookUp.found(row, searched);
          }
          similar = number.mayBe(row.phoneNumber()) || isUnreadable(row) ? row : similar;
        }
      }
      return similar == null ? LookUp.missing(searched) : LookUp.doubtful(similar, searched);
    }

    /** Whether the row, or its number, came in another shape: it may be the contact. */
    private boolean isUnreadable(TruedyContact row) {
      Map<String, @Nullable Object> misfits = row.additionalProperties();
      return misfits.containsKey(JsonType.UNREADABLE) || misfits.containsKey("phone_number");
    }

    @Override
    public Duration usualSettle() {
      return SETTLE;
    }
  }

  /** Compares by digits, because a number may come back in another spelling. */
  private record SentNumber(String digits) {
    private static final int FEWEST_DIGITS = 7;

    private SentNumber {
      digits = digitsOf(digits);
    }

    private static String digitsOf(String number) {
      return number.replaceAll("\\D", "");
    }

    boolean is(@Nullable String other) {
      return other != null && digitsOf(other).equals(digits);
    }

    /** A number without its country code may be this one, and may be another country's. */
    boolean mayBe(@Nullable String other) {
      if (other == null || other.strip().startsWith("+")) {
        return false;
      }
      String national = digitsOf(other).replaceFirst("^0+", "");
      return national.length() >= FEWEST_DIGITS && digits.endsWith(national);
    }

    @Override
    public String toString() {
      return "SentNumber";
    }
  }

  @Override
  protected TruedyContactCreateCall with(OnUnknown changed) {
    return new TruedyContactCreateCall(engine(), options(), contact, changed);
  }

  @Override
  protected TruedyContactCreateCall with(CallOptions changed) {
    return new TruedyContactCreateCall(engine(), changed, contact, unknownPolicy());
  }

  @Override
  public String toString() {
    return CREATE.toString();
  }
}
