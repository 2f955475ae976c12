package dev.contactsdk.truedy;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.ApiRequest;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallOptions;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.CreateCall;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.LookUp;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.truedy.Answers.Envelope;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that creates a contact. Truedy takes no idempotency key for contacts and does not say that
 * it refuses a number that it has already, so a create that breaks off is never just sent again:
 * {@link #onUnknown(OnUnknown)} says what happens instead.
 *
 * <p>The look-up searches the contacts for the number. Any contact with that number counts as the
 * created one, also one that was there before. With {@link OnUnknown#lookUpThenResend()} it waits
 * 60 seconds and looks again before it sends again; a first request that Truedy carries out later
 * than that still makes a duplicate.
 *
 * <p>Source: Truedy, "Create Contact" and "Idempotency".
 */
@CheckReturnValue
public final class TruedyContactCreateCall
    extends CreateCall<NewTruedyContact, TruedyContact, TruedyContact, TruedyContactCreateCall> {
  private static final Duration SETTLE = Duration.ofSeconds(60);
  private static final JsonType<Envelope<TruedyContact>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyContact> CREATE =
      Endpoint.post("truedy.contacts.create", "/contacts", Answers.one(ANSWER));

  private final NewTruedyContact contact;

  TruedyContactCreateCall(
      ApiEngine engine, CallOptions options, NewTruedyContact contact, OnUnknown onUnknown) {
    super(engine, options, List.of(contact), onUnknown);
    this.contact = contact;
  }

  @Override
  protected ApiResponse<List<TruedyContact>> send(List<NewTruedyContact> inputs, CallScope scope) {
    return engine().send(ApiRequest.of(CREATE).json(contact), scope).map(List::of);
  }

  @Override
  protected LookUp<TruedyContact> find(List<NewTruedyContact> inputs, CallScope scope) {
    String number = contact.phoneNumber();
    TruedyContactListCall list =
        new TruedyContactListCall(engine(), scope.options()).search(number);
    long searched = 0;
    TruedyContact found = null;
    PageCursor next = null;
    do {
      Page<TruedyContact> page = page(list, next, scope);
      searched += page.items().size();
      found = withNumber(digits(number), page.items());
      next = page.next();
    } while (found == null && next != null);
    return new LookUp<>(Collections.singletonList(found), searched);
  }

  private static Page<TruedyContact> page(
      TruedyContactListCall list, @Nullable PageCursor from, CallScope scope) {
    Duration left = Duration.ofNanos(Math.max(1, scope.deadline().remainingNanos()));
    return (from == null ? list : list.from(from)).deadline(left).execute();
  }

  /** A server that ignores the search sends others as well, so every row is compared. */
  private static @Nullable TruedyContact withNumber(String digits, List<TruedyContact> rows) {
    for (TruedyContact row : rows) {
      requireReadable(row.additionalProperties());
      String number = row.phoneNumber();
      if (number != null && digits(number).equals(digits)) {
        return row;
      }
    }
    return null;
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }

  @Override
  protected Duration usualSettle() {
    return SETTLE;
  }

  @Override
  protected TruedyContact answer(List<TruedyContact> records) {
    return records.get(0);
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
