package dev.contactsdk.truedy.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
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
import dev.contactsdk.core.spi.RunStart;
import dev.contactsdk.core.spi.UnlikeAnswer;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Creates a contact. Truedy takes no idempotency key for contacts and does not document that it
 * refuses duplicate numbers. So a create of unknown outcome is never simply resent; {@link
 * #onUnknown(OnUnknown)} sets what happens instead.
 *
 * <p>The look-up searches for the number. If the search finds nothing or is refused, it reads all
 * contacts, because only one of Truedy's pages documents the search. A match has the same number
 * and, where it shows what was sent, the same name, e-mail address, folder, custom fields and other
 * properties. It does not show that it is deleted or inactive, that it was created more than 10
 * minutes before the call, or a creation time that cannot be read. {@link
 * OnUnknown#lookUpThenResend()} waits until 60 seconds after the failure, reads all contacts, and
 * resends only if every contact shows another number. A contact with the number that does not
 * match, and one with an unreadable number, is in the failure's {@link
 * dev.contactsdk.core.error.UnconfirmedWriteException#rows()}. If Truedy carries out the first
 * request later than that, there is a duplicate. An account with many contacts needs a longer
 * {@link #deadline}: each request reads 100 contacts, and the limit is 100 requests a minute.
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
    private final RunStart start = RunStart.of(engine());

    /** Most creates need no comparison. */
    private @Nullable SentContact sent;

    private boolean answered;

    @Override
    public ApiResponse<TruedyContact> send(CallScope scope) {
      ApiResponse<TruedyContact> response =
          engine().send(ApiRequest.of(CREATE).json(contact), scope);
      TruedyContact created = response.body();
      boolean same = contact.phoneNumber().equals(created.phoneNumber());
      if (!same && sent().hasAnotherNumber(created)) {
        answered = true;
        throw UnlikeAnswer.of(engine(), CREATE, response, "another phone number");
      }
      return response;
    }

    private SentContact sent() {
      SentContact known = sent;
      if (known == null) {
        known = new SentContact(engine(), CREATE.operation(), contact, start);
        sent = known;
      }
      return known;
    }

    /** A server that does not know the search may refuse it. */
    @Override
    public LookUp<TruedyContact> glance(CallScope scope) {
      try {
        return through(list(scope).search(contact.phoneNumber()), scope);
      } catch (ApiException.BadRequest e) {
        return known();
      }
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
      Long total = null;
      TruedyContact similar = null;
      while (pages.hasNext()) {
        Page<TruedyContact> page = pages.next();
        searched += page.items().size();
        total = page.total();
        for (TruedyContact row : page.items()) {
          if (sent().is(row)) {
            return LookUp.found(row, searched);
          }
          similar = sent().isMoreLike(row, similar) ? row : similar;
        }
      }
      if (similar != null) {
        return LookUp.doubtful(similar, searched);
      }
      boolean all = !answered && (total == null || searched >= total);
      return all ? LookUp.missing(searched) : LookUp.incomplete(searched);
    }

    @Override
    public Duration usualSettle() {
      return SETTLE;
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
