package dev.contactsdk.transfer.target;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreBulkRecord;
import dev.contactsdk.kore.contacts.KoreBulkResult;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.NewKoreContact;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a Kore.ai contact centre. Kore.ai has a number once, so a create can go again
 * after its answer was lost. The client's limiter applies; its retries do not.
 *
 * <p>Number and extension are one value at Kore.ai: {@link #complete} adds the other one. A create
 * without an extension sends {@code +}, as in Kore.ai's samples. Kore.ai documents no way to clear
 * a field, and no maximum for arrays and pages: the largest sizes here are this SDK's.
 *
 * <p>Sources: Kore.ai, "Create a Contact by Giving Details", "Get All Contacts", "Update a
 * Contact", "Update Bulk Contacts".
 */
public final class KoreTarget implements Target {
  private static final Sizes SIZES = new Sizes(100, 1000, 100, 1000, 200, 1000);
  private static final List<TargetField> FIELDS =
      List.of(
          new TargetField(Fields.PHONE, TargetField.Kind.PHONE, true, true, false),
          text(Fields.FIRST_NAME),
          text(Fields.LAST_NAME),
          text(Fields.SALUTATION),
          new TargetField(Fields.EXTENSION, TargetField.Kind.TEXT, false, true, false));

  private final KoreClient client;

  private KoreTarget(KoreClient client) {
    this.client = client;
  }

  /**
   * The contacts of a client's stream.
   *
   * @param client the client; the caller closes it after the run
   * @return the target
   */
  public static KoreTarget of(KoreClient client) {
    return new KoreTarget(Objects.requireNonNull(client, "client"));
  }

  private static TargetField text(String name) {
    return new TargetField(name, TargetField.Kind.TEXT, true, true, false);
  }

  @Override
  public String name() {
    return KoreWrites.NAME;
  }

  @Override
  public String account() {
    return client.account();
  }

  @Override
  public List<TargetField> fields() {
    return FIELDS;
  }

  @Override
  public boolean holdsCustomFields() {
    return false;
  }

  @Override
  public boolean refusesTakenNumbers() {
    return true;
  }

  @Override
  public int requestsPerMinute() {
    return 60;
  }

  /** Zero, because a create that was carried out later is refused as taken. */
  @Override
  public Duration settleTime() {
    return Duration.ZERO;
  }

  @Override
  public Sizes sizes() {
    return SIZES;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where Kore.ai refuses the page size itself (HTTP 412), the first {@code next} asks again
   * without it. Pages may be fewer than asked for, and a list whose rows may have moved is read
   * again: then {@code next} may send more than one request.
   */
  @Override
  public Iterator<StoredPage> list(int pageSize) {
    return StoredPages.of(client.contacts().list().pageSize(pageSize).retry(RetryPolicy.none()));
  }

  @Override
  public Map<String, String> complete(Map<String, String> wanted, Stored held) {
    Map<String, String> changes = Names.keepWhole(wanted, held);
    Map<String, String> both = Together.with(changes, held, Fields.PHONE, Fields.EXTENSION);
    return KoreWrites.withExtension(changes, both, held);
  }

  @Override
  public Comparison compare(String field, Map<String, String> sent, Stored shown) {
    return Names.isName(field)
        ? Names.compare(field, sent, shown)
        : Target.super.compare(field, sent, shown);
  }

  /** Kore.ai may trim texts. */
  @Override
  public boolean same(String field, String sent, String shown) {
    return sent.strip().equals(shown.strip());
  }

  @Override
  public WriteAnswer create(List<Write> contacts) {
    return Batch.of(contacts, KoreWrites::contact)
        .send(rows -> Answers.of(rows.size(), KoreTarget::idOf, () -> created(rows)));
  }

  private WriteAnswer created(List<NewKoreContact> contacts) {
    if (contacts.size() == 1) {
      ApiResponse<KoreContact> one =
          client.contacts().create(contacts.get(0)).retry(RetryPolicy.none()).response();
      return answered(List.of(Answers.written(one.body().id())), one);
    }
    ApiResponse<List<KoreContact>> all =
        client.contacts().createAll(contacts).retry(RetryPolicy.none()).response();
    return answered(all.body().stream().map(c -> Answers.written(c.id())).toList(), all);
  }

  @Override
  public WriteAnswer update(List<Write> changes) {
    return Batch.of(changes, KoreWrites::change)
        .send(rows -> Answers.of(rows.size(), KoreTarget::idOf, () -> changed(rows)));
  }

  private WriteAnswer changed(List<KoreContactChange> changes) {
    if (changes.size() == 1) {
      KoreContactChange only = changes.get(0);
      ApiResponse<KoreContact> one =
          client.contacts().update(only.id(), only.changes()).retry(RetryPolicy.none()).response();
      return answered(List.of(Answers.changed(only.id(), one.body().id())), one);
    }
    ApiResponse<KoreBulkResult> all =
        client.contacts().updateAll(changes).retry(RetryPolicy.none()).response();
    return answered(verdicts(all.body(), changes), all);
  }

  private static List<RowAnswer> verdicts(KoreBulkResult result, List<KoreContactChange> changes) {
    return changes.stream().map(change -> verdict(result, change)).toList();
  }

  /** A contact in neither list may have been changed or not, and so may one in both. */
  private static RowAnswer verdict(KoreBulkResult result, KoreContactChange change) {
    String id = change.id();
    boolean done =
        result.successfulRecords().stream().anyMatch(record -> id.equals(record.contactId()));
    KoreBulkRecord failure = result.failureOf(id);
    if (done == (failure != null)) {
      return Answers.unknown();
    }
    return failure == null ? RowAnswer.written(id) : KoreFailure.of(failure, change);
  }

  private static WriteAnswer answered(List<RowAnswer> rows, ApiResponse<?> response) {
    return new WriteAnswer.Answered(rows, response.requestId());
  }

  private static @Nullable String idOf(Object record) {
    return record instanceof KoreContact contact ? contact.id() : null;
  }

  @Override
  public String toString() {
    return "KoreTarget[" + account() + "]";
  }
}
