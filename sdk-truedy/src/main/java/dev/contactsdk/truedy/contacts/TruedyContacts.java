package dev.contactsdk.truedy.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.truedy.folders.TruedyFolders;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Truedy's contacts. Truedy documents no way to get or delete a single contact. {@link
 * TruedyFolders#deleteWithContacts(String)} deletes a folder with all its contacts.
 */
@CheckReturnValue
public final class TruedyContacts {
  private static final JsonType<Envelope<TruedyContact>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyContact> UPDATE =
      Endpoint.patch("truedy.contacts.update", "/contacts/{contact_id}", Answers.one(ANSWER))
          .refusing("folders", "import");
  private static final Endpoint<ImportResult> IMPORT_JSON =
      Endpoint.post("truedy.contacts.importJson", ImportCall.PATH, ImportCall::decode);

  private final ApiEngine engine;
  private final CallOptions importOptions;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   * @param importOptions the settings of imports
   */
  public TruedyContacts(ApiEngine engine, CallOptions importOptions) {
    this.engine = engine;
    this.importOptions = importOptions;
  }

  /**
   * Creates a contact. Truedy does not document what it does with a duplicate number.
   *
   * <p>Source: Truedy, "Create Contact".
   *
   * @param contact the contact
   * @return a call that returns the created contact
   * @throws InvalidRequestException when it is null
   */
  public TruedyContactCreateCall create(NewTruedyContact contact) {
    return new TruedyContactCreateCall(
        engine,
        CallOptions.DEFAULT,
        InvalidRequestException.refuseNull("truedy.contacts.create", "the contact", contact),
        OnUnknown.fail());
  }

  /**
   * Lists contacts.
   *
   * <p>Source: Truedy, "List Contacts".
   *
   * @return a call that returns one page, or iterates over all pages
   */
  public TruedyContactListCall list() {
    return new TruedyContactListCall(engine, CallOptions.DEFAULT);
  }

  /**
   * Changes a contact. Repeating it is safe, so a failed attempt is retried.
   *
   * <p>Source: Truedy, "Update Contact".
   *
   * @param contactId the contact's id
   * @param changes what to change
   * @return a call that returns the changed contact; an invalid id fails when the call runs
   * @throws InvalidRequestException when the changes are null
   */
  public ApiCall<TruedyContact> update(String contactId, TruedyContactChanges changes) {
    InvalidRequestException.refuseNull(UPDATE.operation(), "what to change", changes);
    return engine.call(ApiRequest.of(UPDATE).path("contact_id", contactId).json(changes));
  }

  /**
   * Imports contacts from a CSV file, in the form of Truedy's current page. Where a server refuses
   * it, use {@link #importJson}.
   *
   * <p>The file is in UTF-8; a byte order mark is left out. It needs a header row and a column
   * {@code phone}; {@code name} and {@code email} are optional. Every other column becomes a custom
   * field. The file is streamed, and read again for each run and attempt.
   *
   * <p>Truedy may import some rows and then refuse the file, or report failed rows in an answer
   * that cannot be read. After a failure with the outcome {@code UNKNOWN}, {@link #list()} and
   * compare before you import again.
   *
   * <p>Source: Truedy, "Import Contacts (CSV)".
   *
   * @param csv the file; its name is sent too
   * @return a call that returns how many contacts were imported
   * @throws InvalidRequestException when the file cannot be read, is empty or is in UTF-16
   */
  public ImportCall importCsv(Path csv) {
    UploadSource.csv(csv);
    return new ImportCall(engine, importOptions, () -> UploadSource.csv(csv));
  }

  /**
   * Imports contacts from a CSV stream; see {@link #importCsv(Path)}. The stream is sent as it is,
   * so it must have no byte order mark. The call runs once. After the first byte was sent there is
   * no retry, not even after a rate limit.
   *
   * @param csv the bytes; the SDK does not close the stream
   * @param fileName the file name to send, such as {@code contacts.csv}
   * @return a call that returns how many contacts were imported
   * @throws InvalidRequestException when the file name is blank
   */
  public ImportCall importCsv(InputStream csv, String fileName) {
    String name = Checks.notBlank("truedy.contacts.import", "the file name", fileName);
    UploadSource once = UploadSource.of(csv, name);
    return new ImportCall(engine, importOptions, () -> once);
  }

  /**
   * Imports contacts in the form of Truedy's older page, where a server refuses {@link
   * #importCsv(Path)}. The two forms share method and path, and Truedy does not say which servers
   * take which. A failed import is never resent automatically, because its contacts could be
   * imported twice; after a rate limit it is.
   *
   * <p>The page's example of an answer shows a contact, not counts. The call reads the counts of
   * the current page, and those of an earlier version of the service: {@code successful}, {@code
   * failed} and a list of {@code errors} or null. That version silently skipped rows of a file that
   * it could not read, so compare {@link ImportResult#imported()} with the number of rows. A
   * refusal of a file or of several contacts, or a success that cannot be read, has the outcome
   * {@code UNKNOWN}, because some may be imported: {@link #list()} and compare before you import
   * again.
   *
   * <p>By default an attempt may take 2 minutes and the call 5 minutes.
   *
   * <p>Source: Truedy, "Import Contacts".
   *
   * @param contacts the file or the contacts, and the folder
   * @return a call that returns how many contacts were imported
   * @throws InvalidRequestException when it is null
   */
  public ApiCall<ImportResult> importJson(TruedyJsonImport contacts) {
    InvalidRequestException.refuseNull(IMPORT_JSON.operation(), "the import", contacts);
    return engine.call(
        ApiRequest.of(IMPORT_JSON).json(contacts).ofSeveral(contacts.isOfSeveral()), importOptions);
  }
}
