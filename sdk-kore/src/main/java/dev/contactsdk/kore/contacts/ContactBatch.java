package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.CreateSteps;
import dev.contactsdk.core.spi.LookUp;
import dev.contactsdk.core.spi.RunStart;
import dev.contactsdk.core.spi.SentRecord;
import dev.contactsdk.core.spi.UnlikeAnswer;
import dev.contactsdk.kore.internal.KoreApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run that creates one or more contacts, with the known state of each. Kore.ai does not
 * document whether it creates some contacts of an array when it refuses others. So after it refuses
 * an array, each contact is unknown until it is looked up.
 *
 * @param <T> the call's result
 */
final class ContactBatch<T> implements CreateSteps<T> {
  private static final JsonType<KoreContact> CONTACT = JsonType.of(KoreContact.class);

  private final ApiEngine engine;
  private final KoreApp app;
  private final List<NewKoreContact> inputs;
  private final Function<List<KoreContact>, T> answer;
  private final ContactsByNumber places;
  private final @Nullable KoreContact[] created;
  private final @Nullable KoreContact[] similar;
  private final RunStart start;
  private boolean refused;
  private boolean maybeUnderWay;
  private boolean sawUnreadable;

  ContactBatch(
      ApiEngine engine,
      KoreApp app,
      List<NewKoreContact> inputs,
      Function<List<KoreContact>, T> answer) {
    this.engine = engine;
    this.app = app;
    this.inputs = inputs;
    this.answer = answer;
    this.places = new ContactsByNumber(inputs);
    this.start = RunStart.of(engine);
    this.created = new KoreContact[inputs.size()];
    this.similar = new KoreContact[inputs.size()];
  }

  @Override
  public ApiResponse<T> send(CallScope scope) {
    List<Integer> missing = missing();
    List<NewKoreContact> sent =
        missing.size() == inputs.size() ? inputs : missing.stream().map(inputs::get).toList();
    ApiResponse<List<KoreContact>> response = answered(sent, scope);
    place(response.body(), missing);
    if (isComplete()) {
      return response.map(body -> answer());
    }
    throw UnlikeAnswer.of(
        engine, KoreContacts.CREATE, response, rows(), fewer(sent.size(), response.body().size()));
  }

  private ApiResponse<List<KoreContact>> answered(List<NewKoreContact> sent, CallScope scope) {
    boolean several = sent.size() > 1;
    refused = false;
    try {
      return engine.send(KoreContacts.createRequest(several).json(sent), scope);
    } catch (SdkException e) {
      boolean ofContent =
          e instanceof ApiException.BadRequest || e instanceof ApiException.Conflict;
      boolean ofSome = ofContent && e.outcome() != Outcome.NOT_SENT;
      refused = e.outcome() == Outcome.REJECTED || (several && ofSome && isByKore(e));
      maybeUnderWay |= !refused && e.outcome() != Outcome.NOT_SENT;
      throw several && ofSome ? unconfirmed(e) : e;
    }
  }

  /** After its own refusal Kore.ai is done with the request; after a gateway's it may not be. */
  private static boolean isByKore(SdkException e) {
    return e instanceof ApiException refusal
        && refusal.status() >= 400
        && refusal.origin().provesRefusal();
  }

  private List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < created.length; i++) {
      if (created[i] == null && similar[i] == null) {
        missing.add(i);
      }
    }
    return missing;
  }

  /**
   * Places contacts by number. Those without a comparable number are placed by order, if their
   * count equals that of the open places and the names do not differ.
   */
  private void place(List<KoreContact> answered, List<Integer> sent) {
    List<KoreContact> others = new ArrayList<>();
    for (KoreContact contact : answered) {
      int place = places.of(contact);
      if (place < 0) {
        others.add(contact);
      } else if (created[place] == null) {
        created[place] = contact;
      }
    }
    if (!others.isEmpty()) {
      placeByOrder(others, sent.stream().filter(place -> created[place] == null).toList());
    }
  }

  private void placeByOrder(List<KoreContact> others, List<Integer> open) {
    for (int i = 0; others.size() == open.size() && i < open.size(); i++) {
      placeByOrder(others.get(i), open.get(i));
    }
  }

  private void placeByOrder(KoreContact contact, int place) {
    if (!places.isAnother(place, contact) && inputs.get(place).isNameOf(contact)) {
      created[place] = contact;
    }
  }

  private boolean isComplete() {
    for (KoreContact contact : created) {
      if (contact == null) {
        return false;
      }
    }
    return true;
  }

  private T answer() {
    List<KoreContact> all = new ArrayList<>(created.length);
    for (KoreContact contact : created) {
      all.add(Objects.requireNonNull(contact));
    }
    return answer.apply(List.copyOf(all));
  }

  /** Callers would take a shorter list for the whole one. */
  private static String fewer(int sent, int cameBack) {
    return "with contacts other than those sent: "
        + sent
        + " were sent, "
        + cameBack
        + " came back";
  }

  private UnconfirmedWriteException unconfirmed(SdkException cause) {
    Failure sent = cause.failure();
    Failure failure =
        new Failure(
            sent.operation(),
            false,
            Outcome.UNKNOWN,
            sent.requestId(),
            sent.attempts(),
            sent.request(),
            sent.waited());
    return new UnconfirmedWriteException(failure, rows(), 0, cause);
  }

  private List<Row> rows() {
    return rows(Outcome.UNKNOWN);
  }

  private List<Row> rows(Outcome ofMissing) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < created.length; i++) {
      KoreContact other = similar[i];
      rows.add(
          created[i] != null
              ? new Row(Outcome.APPLIED, created[i])
              : new Row(other == null ? ofMissing : Outcome.UNKNOWN, other));
    }
    return rows;
  }

  @Override
  public LookUp<T> known() {
    return new LookUp<>(null, rows(), false, 0);
  }

  /**
   * After a refusal Kore.ai is done with the request. A contact that is not listed was not created,
   * unless an earlier request may still be running.
   */
  @Override
  public LookUp<T> find(CallScope scope) {
    Iterator<Page<KoreContact>> pages =
        KoreContacts.lookUpCall(engine, scope.options()).pagesIn(scope);
    long searched = 0;
    while (pages.hasNext() && !isComplete()) {
      List<KoreContact> contacts = pages.next().items();
      contacts.forEach(this::note);
      searched += contacts.size();
    }
    boolean notCreated = refused && !maybeUnderWay && !sawUnreadable;
    return new LookUp<>(
        isComplete() ? answer() : null,
        rows(notCreated ? Outcome.REJECTED : Outcome.UNKNOWN),
        !missing().isEmpty(),
        searched);
  }

  private void note(KoreContact contact) {
    if (contact.isInactive()) {
      return;
    }
    sawUnreadable |= isUnreadable(contact);
    int place = places.of(contact);
    if (place < 0) {
      places.maybe(contact).forEach(maybe -> resembles(contact, maybe));
    } else if (isOurs(contact, place)) {
      created[place] = created[place] == null ? contact : created[place];
    } else {
      resembles(contact, place);
    }
  }

  private boolean isOurs(KoreContact contact, int place) {
    NewKoreContact input = inputs.get(place);
    return contact.id() != null
        && input.isNameOf(contact)
        && input.isSalutationOf(contact)
        && input.cellPhone().isExtensionOf(contact.cellPhone())
        && isSentAs(input, contact);
  }

  /** Kore.ai does not say whether it lists the contacts of the account's other apps. */
  private boolean isSentAs(NewKoreContact input, KoreContact contact) {
    return SentRecord.of(engine, KoreContacts.CREATE.operation(), input, CONTACT, start)
        .except("firstName", "lastName", "salutation", "cellPhone")
        .in(Map.of("accountId", app.accountId(), "instanceBotId", app.streamId()))
        .mayBe(contact);
  }

  private void resembles(KoreContact contact, int place) {
    similar[place] = contact;
  }

  /** Whether the row or its number is missing or has an unknown shape: it may be one of ours. */
  private static boolean isUnreadable(KoreContact contact) {
    KoreCellPhone number = contact.cellPhone();
    Map<String, @Nullable Object> misfits = contact.additionalProperties();
    return misfits.containsKey(JsonType.UNREADABLE)
        || misfits.containsKey("cellPhone")
        || (number != null && number.additionalProperties().containsKey("phoneNumber"))
        || ContactsByNumber.isUnreadable(contact);
  }

  /** No time to settle: Kore.ai itself refuses a duplicate number. */
  @Override
  public Duration usualSettle() {
    return Duration.ZERO;
  }
}
