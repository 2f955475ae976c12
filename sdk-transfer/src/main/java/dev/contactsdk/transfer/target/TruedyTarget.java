package dev.contactsdk.transfer.target;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.transfer.target.TruedyWrites.TruedyChange;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportCall;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactListCall;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Truedy's contacts, of the whole account or of one folder. Truedy may create a number twice, so
 * only a listing after {@link #settleTime()} shows what a lost request did. The client's limiter
 * applies; its retries do not. Immutable.
 *
 * <p>An update may replace all custom fields, because Truedy does not say that it keeps them:
 * {@link #complete} adds the ones that the contact has. Truedy does not document that null clears a
 * field.
 *
 * <p>Sources: Truedy, "Create Contact", "List Contacts", "Update Contact", "Import Contacts (CSV)"
 * and "Contacts".
 */
public final class TruedyTarget implements Target {
  /** A page of 100 is Truedy's documented maximum. It has no request for several updates. */
  private static final Sizes SINGLE = new Sizes(1, 1, 1, 1, 100, 100);

  private static final Sizes CSV = new Sizes(500, 5000, 1, 1, 100, 100);
  private static final TargetField PHONE =
      new TargetField(Fields.PHONE, TargetField.Kind.PHONE, true, false, false);
  private static final TargetField EMAIL =
      new TargetField(Fields.EMAIL, TargetField.Kind.EMAIL, false, true, false);
  private static final List<TargetField> FIELDS =
      List.of(
          PHONE,
          text(Fields.FIRST_NAME, true),
          text(Fields.LAST_NAME, true),
          EMAIL,
          text(Fields.COMPANY_NAME, false),
          text(Fields.INDUSTRY, false),
          text(Fields.LOCATION, false),
          text(Fields.PIN_CODE, false),
          text(Fields.KEYWORDS, false));
  private static final List<TargetField> CSV_FIELDS =
      List.of(
          PHONE,
          text(Fields.FIRST_NAME, true),
          text(Fields.LAST_NAME, true),
          text(Fields.NAME, false),
          EMAIL);
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?");

  /** The setting with the folder's id. */
  public static final String FOLDER = "folder";

  /** The setting of {@link #importingCsv()}. */
  public static final String IMPORT = "import";

  private final TruedyClient client;
  private final @Nullable String folderId;
  private final boolean importing;

  private TruedyTarget(TruedyClient client, @Nullable String folderId, boolean importing) {
    this.client = client;
    this.folderId = folderId;
    this.importing = importing;
  }

  /**
   * The contacts of a client's account.
   *
   * @param client the client; the caller closes it after the run
   * @return the target
   */
  public static TruedyTarget of(TruedyClient client) {
    return new TruedyTarget(Objects.requireNonNull(client, "client"), null, false);
  }

  /**
   * A target with the settings of another, such as those of a plan.
   *
   * @param client the client; the caller closes it after the run
   * @param settings from {@link #settings()}; never null
   * @return the target
   */
  public static TruedyTarget of(TruedyClient client, Map<String, String> settings) {
    return new TruedyTarget(client, settings.get(FOLDER), settings.containsKey(IMPORT));
  }

  /**
   * Sets the folder. Lists and matches only its contacts, and creates into it. A server that
   * ignores a create's folder puts the contact elsewhere, where this target does not find it.
   *
   * @param id the folder's id
   * @return a changed copy
   */
  public TruedyTarget folder(String id) {
    return new TruedyTarget(client, Objects.requireNonNull(id, "id"), importing);
  }

  /**
   * Creates several contacts with one request, as a CSV file of 500 rows at first and 5000 at most.
   * Truedy documents no maximum. The file holds number, name and e-mail address only. First and
   * last name become one name, which Truedy may show in one part or in two. The answer has no ids,
   * so a listing has to show what was created.
   *
   * @return a changed copy
   */
  public TruedyTarget importingCsv() {
    return new TruedyTarget(client, folderId, true);
  }

  private static TargetField text(String name, boolean changeable) {
    return new TargetField(name, TargetField.Kind.TEXT, false, changeable, false);
  }

  @Override
  public String name() {
    return TruedyWrites.NAME;
  }

  @Override
  public String account() {
    return folderId == null ? client.account() : client.account() + " folder " + folderId;
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    if (folderId != null) {
      settings.put(FOLDER, folderId);
    }
    if (importing) {
      settings.put(IMPORT, "csv");
    }
    return settings;
  }

  @Override
  public List<TargetField> fields() {
    return importing ? CSV_FIELDS : FIELDS;
  }

  @Override
  public boolean holdsCustomFields() {
    return !importing;
  }

  @Override
  public boolean refusesTakenNumbers() {
    return false;
  }

  @Override
  public int requestsPerMinute() {
    return 100;
  }

  @Override
  public Duration settleTime() {
    return Duration.ofSeconds(60);
  }

  @Override
  public boolean createsWithoutIds() {
    return importing;
  }

  @Override
  public Sizes sizes() {
    return importing ? CSV : SINGLE;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A list whose rows may have moved is read again: then {@code next} may send more than one
   * request.
   */
  @Override
  public Iterator<StoredPage> list(int pageSize) {
    TruedyContactListCall list = client.contacts().list().pageSize(pageSize);
    TruedyContactListCall here = folderId == null ? list : list.folder(folderId);
    return StoredPages.of(here.retry(RetryPolicy.none()));
  }

  @Override
  public @Nullable Map<String, String> complete(Map<String, String> changes, Stored held) {
    return TruedyWrites.complete(changes, held);
  }

  @Override
  public Comparison compare(String field, Map<String, String> sent, Stored shown) {
    return Names.isName(field)
        ? Names.compare(field, sent, shown)
        : Target.super.compare(field, sent, shown);
  }

  /** The order of keywords, the case of an address and zeros of a number do not matter. */
  @Override
  public boolean same(String field, String sent, String shown) {
    if (field.equals(Fields.KEYWORDS)) {
      return words(sent).equals(words(shown));
    }
    if (field.equals(Fields.EMAIL)) {
      return sent.strip().equalsIgnoreCase(shown.strip());
    }
    boolean custom = field.startsWith(Fields.CUSTOM);
    return sent.strip().equals(shown.strip()) || (custom && isSameNumber(sent, shown));
  }

  private static Set<String> words(String text) {
    return Set.copyOf(TruedyWrites.keywords(text));
  }

  private static boolean isSameNumber(String sent, String shown) {
    return NUMBER.matcher(sent).matches()
        && NUMBER.matcher(shown).matches()
        && new BigDecimal(sent).compareTo(new BigDecimal(shown)) == 0;
  }

  /** An import skips numbers that are there, also for a single contact. */
  @Override
  public WriteAnswer create(List<Write> contacts) {
    if (importing) {
      return Batch.of(contacts, TruedyCsv::row).send(this::imported);
    }
    return Batch.of(contacts, write -> TruedyWrites.contact(write, folderId))
        .send(rows -> Answers.of(rows.size(), TruedyTarget::idOf, () -> created(only(rows))));
  }

  private static <T> T only(List<T> rows) {
    if (rows.size() != 1) {
      throw new IllegalArgumentException("Truedy has no request for several contacts");
    }
    return rows.get(0);
  }

  private WriteAnswer created(NewTruedyContact contact) {
    ApiResponse<TruedyContact> response =
        client.contacts().create(contact).retry(RetryPolicy.none()).response();
    return answered(List.of(Answers.written(response.body().id())), response);
  }

  private WriteAnswer imported(List<TruedyCsv.Row> rows) {
    WriteAnswer answer = Answers.ofFile(() -> sent(rows));
    return TruedyCsv.masked(answer, rows);
  }

  private WriteAnswer sent(List<TruedyCsv.Row> rows) {
    ByteArrayInputStream file = new ByteArrayInputStream(TruedyCsv.file(rows));
    ImportCall call = client.contacts().importCsv(file, TruedyCsv.FILE).overwriteExisting(false);
    ImportCall here = folderId == null ? call : call.folder(folderId);
    ApiResponse<ImportResult> response = here.retry(RetryPolicy.none()).response();
    return answered(TruedyCsv.verdicts(response.body(), rows), response);
  }

  @Override
  public WriteAnswer update(List<Write> changes) {
    return Batch.of(changes, TruedyWrites::change)
        .send(rows -> Answers.of(rows.size(), TruedyTarget::idOf, () -> changed(only(rows))));
  }

  private WriteAnswer changed(TruedyChange change) {
    ApiResponse<TruedyContact> response =
        client
            .contacts()
            .update(change.id(), change.changes())
            .retry(RetryPolicy.none())
            .response();
    return answered(List.of(Answers.changed(change.id(), response.body().id())), response);
  }

  private static WriteAnswer answered(List<RowAnswer> rows, ApiResponse<?> response) {
    return new WriteAnswer.Answered(rows, response.requestId());
  }

  private static @Nullable String idOf(Object record) {
    return record instanceof TruedyContact contact ? contact.id() : null;
  }

  @Override
  public String toString() {
    return "TruedyTarget[" + account() + "]";
  }
}
