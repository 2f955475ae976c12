package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.StoredPages;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContactListCall;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Truedy's contacts, of the whole account or of one folder, listed page by page. The client's
 * retries and limiter apply. Immutable.
 *
 * <p>The columns are the names of {@link Fields}, so a mapping finds them: {@code phone}, in E.164,
 * {@code firstName}, {@code lastName}, {@code name}, which only contacts without a first and last
 * name have, {@code email}, {@code companyName}, {@code industry}, {@code location}, {@code
 * pinCode} and {@code keywords}. After them comes a column for each custom field, such as {@code
 * custom.plan}: the fields of the first 1,000 contacts, and those of {@link #customFields}. A later
 * contact with another custom field has {@link SourceRow#damage()} that names it. A value that is
 * no text comes as JSON. Rows are numbered from 1.
 *
 * <p>A contact that cannot be read is a row with damage too. A list that does not come to its end
 * is no source: {@code next} throws.
 *
 * <p>Source: Truedy, "List Contacts".
 */
public final class TruedySource implements Source {
  /** Truedy's documented maximum. */
  private static final int PAGE = 100;

  private static final List<String> COLUMNS =
      List.of(
          Fields.PHONE,
          Fields.FIRST_NAME,
          Fields.LAST_NAME,
          Fields.NAME,
          Fields.EMAIL,
          Fields.COMPANY_NAME,
          Fields.INDUSTRY,
          Fields.LOCATION,
          Fields.PIN_CODE,
          Fields.KEYWORDS);

  private final TruedyClient client;
  private final @Nullable String folderId;
  private final List<String> columns;

  private TruedySource(TruedyClient client, @Nullable String folderId, List<String> columns) {
    this.client = client;
    this.folderId = folderId;
    this.columns = columns;
  }

  /**
   * The contacts of a client's account.
   *
   * @param client the client; the caller closes it after the plan
   * @return the source
   */
  public static TruedySource of(TruedyClient client) {
    return new TruedySource(Objects.requireNonNull(client, "client"), null, COLUMNS);
  }

  /**
   * Reads one folder only.
   *
   * @param folderId the folder's id
   * @return a new source
   */
  public TruedySource folder(String folderId) {
    return new TruedySource(client, Objects.requireNonNull(folderId, "folderId"), columns);
  }

  /**
   * Names custom fields that the first 1,000 contacts may not have.
   *
   * @param names their names at Truedy
   * @return a new source
   */
  public TruedySource customFields(String... names) {
    Stream<String> custom = Stream.of(names).map(name -> Fields.CUSTOM + name);
    List<String> all = Stream.concat(columns.stream(), custom).distinct().toList();
    return new TruedySource(client, folderId, all);
  }

  @Override
  public String description() {
    String folder = folderId == null ? "" : ", folder " + folderId;
    return "Truedy (" + client.account() + folder + ")";
  }

  @Override
  public Rows open() {
    TruedyContactListCall all = client.contacts().list().pageSize(PAGE);
    TruedyContactListCall list = folderId == null ? all : all.folder(folderId);
    return StoredRows.open("Truedy", StoredPages.of(list), columns);
  }

  @Override
  public String toString() {
    return description();
  }
}
