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
 * Truedy's contacts. Truedy documents no operation that gets or deletes a single contact; a folder
 * can be deleted with all that are in it, see {@link TruedyFolders#deleteWithContacts(String)}.
 */
@CheckReturnValue
public final class TruedyContacts {
  private static final JsonType<Envelope<TruedyContact>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyContact> UPDATE =
      Endpoint.patch("truedy.contacts.update", "/contacts/{contact_id}", Answers.one(ANSWER))
          .refusing("folders", "import");

  private final ApiEngine engine;
  private final CallOptions importOptions;

  /**
   * Made by the client.
   *
   * @param engine what carries its calls out
   * @param importOptions the settings of imports
   */
  public TruedyContacts(ApiEngine engine, CallOptions importOptions) {
    this.engine = engine;
    this.importOptions = importOptions;
  }

  /**
   * Creates a contact. Truedy does not say what it does with a number that it has already.
   *
   * <p>Source: Truedy, "Create Contact".
   *
   * @param contact the contact
   * @return a call that answers the created contact
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
   * @return a call that answers a page, or goes through all of them
   */
  public TruedyContactListCall list() {
    return new TruedyContactListCall(engine, CallOptions.DEFAULT);
  }

  /**
   * Changes a contact. It sets values, so it is repeated when it breaks off.
   *
   * <p>Source: Truedy, "Update Contact".
   *
   * @param contactId the contact's id
   * @param changes what to change
   * @return a call that answers the changed contact; an id that cannot be one is refused when it is
   *     run
   * @throws InvalidRequestException when the changes are null
   */
  public ApiCall<TruedyContact> update(String contactId, TruedyContactChanges changes) {
    InvalidRequestException.refuseNull(UPDATE.operation(), "what to change", changes);
    return engine.call(ApiRequest.of(UPDATE).path("contact_id", contactId).json(changes));
  }

  /**
   * Imports contacts from a CSV file in UTF-8 without a byte order mark: a header row, a column
   * {@code phone}, and, if there are any, {@code name} and {@code email}. Every other column
   * becomes a custom field. The file is read anew for each run and each attempt, and never held in
   * memory.
   *
   * <p>Source: Truedy, "Import Contacts (CSV)".
   *
   * @param csv the file; its name is sent along
   * @return a call that answers how many contacts were imported
   * @throws InvalidRequestException when there is no readable file
   */
  public ImportCall importCsv(Path csv) {
    UploadSource.of(csv);
    return new ImportCall(engine, importOptions, () -> UploadSource.of(csv));
  }

  /**
   * Imports contacts from a stream of CSV, see {@link #importCsv(Path)}. A stream can be read once:
   * the call can be run once, and after the first byte was sent no attempt is repeated, not even
   * after a rate limit.
   *
   * @param csv the bytes; not closed
   * @param fileName the file name to send along, such as {@code contacts.csv}
   * @return a call that answers how many contacts were imported
   * @throws InvalidRequestException when the file name is blank
   */
  public ImportCall importCsv(InputStream csv, String fileName) {
    String name = Checks.notBlank("truedy.contacts.import", "the file name", fileName);
    UploadSource once = UploadSource.of(csv, name);
    return new ImportCall(engine, importOptions, () -> once);
  }
}
