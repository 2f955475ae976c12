package dev.contactsdk.kore;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.CreateSteps;
import dev.contactsdk.core.spi.LookUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of a create of one or several contacts, with what is known of each of them. Kore.ai does
 * not document whether it creates some contacts of an array when it refuses others, so after a
 * refusal each of several is unknown until it was looked up.
 *
 * @param <T> what the call answers
 */
final class ContactBatch<T> implements CreateSteps<T> {
  private final ApiEngine engine;
  private final List<NewKoreContact> inputs;
  private final Function<List<KoreContact>, T> answer;
  private final ContactsByNumber places;
  private final @Nullable KoreContact[] created;
  private final @Nullable KoreContact[] similar;
  private boolean refused;
  private boolean sawUnreadable;

  ContactBatch(
      ApiEngine engine, List<NewKoreContact> inputs, Function<List<KoreContact>, T> answer) {
    this.engine = engine;
    this.inputs = inputs;
    this.answer = answer;
    this.places = new ContactsByNumber(inputs);
    this.created = new KoreContact[inputs.size()];
    this.similar = new KoreContact[inputs.size()];
  }

  @Override
  public ApiResponse<T> send(CallScope scope) {
    List<Integer> missing = missing();
    List<NewKoreContact> sent = missing.stream().map(inputs::get).toList();
    refused = false;
    ApiResponse<List<KoreContact>> response;
    try {
      response = engine.send(ApiRequest.of(KoreContacts.CREATE).json(sent), scope);
    } catch (ApiException.BadRequest | ApiException.Conflict e) {
      refused = e.outcome() == Outcome.REJECTED;
      throw sent.size() == 1 ? e : unconfirmed(e.requestId(), e.attempts(), e);
    }
    place(response.body(), missing);
    if (isComplete()) {
      return response.map(body -> answer());
    }
    throw unconfirmed(response.requestId(), response.attempts(), fewer(response, sent.size()));
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

  /** By number; where a number comes back in a form of its own, by its place in the answer. */
  private void place(List<KoreContact> answered, List<Integer> sent) {
    List<KoreContact> others = new ArrayList<>();
    for (KoreContact contact : answered) {
      int place = places.of(contact);
      if (place >= 0 && created[place] == null) {
        created[place] = contact;
      } else {
        others.add(contact);
      }
    }
    List<Integer> open = sent.stream().filter(place -> created[place] == null).toList();
    for (int i = 0; answered.size() == sent.size() && i < open.size(); i++) {
      created[open.get(i)] = others.get(i);
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

  /** A shorter list would pass for the whole one. */
  private static ResponseFormatException fewer(ApiResponse<List<KoreContact>> response, int sent) {
    String what =
        "HTTP "
            + response.status()
            + " with other contacts than were sent: "
            + sent
            + " were sent, "
            + response.body().size()
            + " came back";
    return new ResponseFormatException(
        facts(Outcome.UNKNOWN, response.requestId(), response.attempts()), what, null);
  }

  private UnconfirmedWriteException unconfirmed(
      @Nullable String requestId, int attempts, SdkException cause) {
    return new UnconfirmedWriteException(
        facts(Outcome.UNKNOWN, requestId, attempts), rows(Outcome.UNKNOWN), 0, cause);
  }

  private static Failure facts(Outcome outcome, @Nullable String requestId, int attempts) {
    return new Failure(KoreContacts.CREATE.operation(), false, outcome, requestId, attempts);
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

  /** After a refusal Kore.ai is done with the request, so what is not listed was not created. */
  @Override
  public LookUp<T> find(CallScope scope) {
    Iterator<Page<KoreContact>> pages =
        KoreContacts.lookUpCall(engine, scope.options()).pagesIn(scope);
    long searched = 0;
    while (pages.hasNext() && !missing().isEmpty()) {
      List<KoreContact> contacts = pages.next().items();
      contacts.forEach(this::note);
      searched += contacts.size();
    }
    return new LookUp<>(
        isComplete() ? answer() : null,
        rows(refused && !sawUnreadable ? Outcome.REJECTED : Outcome.UNKNOWN),
        !missing().isEmpty(),
        searched);
  }

  private void note(KoreContact contact) {
    sawUnreadable |= isUnreadable(contact);
    int place = contact.isInactive() ? -1 : places.of(contact);
    if (place >= 0 && created[place] == null) {
      boolean ours = inputs.get(place).isNameOf(contact);
      (ours ? created : similar)[place] = contact;
    }
  }

  /** Whether the row, or its number, came in another shape: it may be one of ours. */
  private static boolean isUnreadable(KoreContact contact) {
    KoreCellPhone number = contact.cellPhone();
    Map<String, @Nullable Object> misfits = contact.additionalProperties();
    return misfits.containsKey(JsonType.UNREADABLE)
        || misfits.containsKey("cellPhone")
        || (number != null && number.additionalProperties().containsKey("phoneNumber"));
  }

  /** None: Kore.ai itself refuses a number twice. */
  @Override
  public Duration usualSettle() {
    return Duration.ZERO;
  }
}
