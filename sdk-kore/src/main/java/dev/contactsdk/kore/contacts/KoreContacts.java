package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall.State;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.Inputs;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.internal.KoreLists;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a contact centre. Kore.ai documents no way to get a contact by id, to search, or
 * to restore a deleted one. The JWT app needs the scope {@code Configuration}.
 */
public final class KoreContacts {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/contacts";
  private static final String[] NOT_IDS = {"bulk-update", "bulk-delete", "import-contacts"};
  private static final int USUAL_LIMIT = 100;
  private static final int LARGEST_PAGE = 1000;

  static final Endpoint<List<KoreContact>> CREATE =
      Endpoint.post("kore.contacts.create", PATH, ContactAnswers.created());
  private static final Endpoint<List<KoreContact>> CREATE_SEVERAL =
      Endpoint.post(CREATE.operation(), PATH, ContactAnswers.createdSeveral());
  private static final Endpoint<List<KoreContact>> IMPORT =
      Endpoint.post(
          "kore.contacts.importCsv", PATH + "/import-contacts", ContactAnswers.imported());
  private static final Endpoint<PageAnswer<KoreContact>> LIST =
      Endpoint.get("kore.contacts.list", PATH, Answers.page(new JsonType<>() {}));
  private static final Endpoint<KoreContact> UPDATE =
      Endpoint.put("kore.contacts.update", PATH + "/{id}", ContactAnswers.contact())
          .refusing(NOT_IDS);
  private static final Endpoint<KoreBulkResult> UPDATE_MANY =
      Endpoint.put("kore.contacts.updateAll", PATH + "/bulk-update", ContactAnswers.bulk());
  private static final Endpoint<Deleted<KoreContact>> DELETE =
      Endpoint.delete("kore.contacts.delete", PATH + "/{id}", ContactAnswers.deletedContact())
          .refusing(NOT_IDS);
  private static final Endpoint<KoreBulkResult> DELETE_MANY =
      Endpoint.delete("kore.contacts.deleteAll", PATH + "/bulk-delete", ContactAnswers.bulk())
          .effect(Effect.REPEATABLE_WRITE);
  private static final ListEndpoint<KoreContact> QUERY =
      KoreLists.sized(LIST, KoreContact::id, USUAL_LIMIT);

  private final ApiEngine engine;
  private final KoreApp app;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   * @param streamId the stream
   * @param accountId the account
   */
  public KoreContacts(ApiEngine engine, String streamId, String accountId) {
    this.engine = engine;
    this.app = new KoreApp(streamId, accountId);
  }

  static ApiRequest<List<KoreContact>> createRequest(boolean ofSeveral) {
    return ApiRequest.of(ofSeveral ? CREATE_SEVERAL : CREATE);
  }

  static KoreContactListCall listCall(ApiEngine engine, CallOptions options) {
    return new KoreContactListCall(State.of(engine, options, QUERY));
  }

  /**
   * Look-ups request the largest page, because each page counts against the account's limit. If the
   * server refuses that size, they use the default.
   */
  static KoreContactListCall lookUpCall(ApiEngine engine, CallOptions options) {
    return listCall(engine, options).pageSize(LARGEST_PAGE);
  }

  /**
   * Creates a contact. Kore.ai refuses a phone number that another contact has.
   *
   * <p>Source: Kore.ai, "Create a Contact by Giving Details".
   *
   * @param contact the contact
   * @return the call; it returns the contact with its id
   * @throws InvalidRequestException when it is null
   */
  public KoreContactCreateCall<KoreContact> create(NewKoreContact contact) {
    refuseNull(CREATE, "the contact", contact);
    return new KoreContactCreateCall<>(engine, app, List.of(contact), created -> created.get(0));
  }

  /**
   * Creates several contacts in one request. Kore.ai documents neither a maximum number nor whether
   * it creates the others when it refuses one.
   *
   * <p>The result has the order of the input. If a contact is missing from the answer, or Kore.ai
   * refuses an array of several, the call fails with {@link
   * dev.contactsdk.core.error.UnconfirmedWriteException}; its {@code rows()} show the known state
   * of each contact. A success of several that cannot be read has the outcome {@code UNKNOWN}: use
   * {@link KoreContactCreateCall#onUnknown} to look for them.
   *
   * <p>Source: Kore.ai, "Create a Contact by Giving Details".
   *
   * @param contacts at least one, each with a different number
   * @return the call; it returns one contact for each in the list
   * @throws InvalidRequestException when the list is empty, an element is null, or two have the
   *     same number
   */
  public KoreContactCreateCall<List<KoreContact>> createAll(List<NewKoreContact> contacts) {
    Inputs.refuseEmpty(CREATE, contacts, "contacts");
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < contacts.size(); i++) {
      Integer before = places.put(contacts.get(i).cellPhone().toE164(), i);
      if (before != null) {
        throw new InvalidRequestException(
            CREATE.operation(),
            "elements "
                + before
                + " and "
                + i
                + " have the same phone number, but Kore.ai takes a number once: remove one");
      }
    }
    return new KoreContactCreateCall<>(engine, app, contacts, created -> created);
  }

  /**
   * Creates contacts from a CSV file with the columns {@code firstName}, {@code lastName}, {@code
   * salutation}, {@code cellPhoneNumber}, {@code cellPhoneCountryCode} and {@code
   * cellPhoneExtension}. The file is in UTF-8; a byte order mark is left out. The file is streamed,
   * and its rows are not checked. Kore.ai documents no limit on size or rows, and not how it
   * reports a refused row: compare the result with the file. It may import some rows and then
   * refuse the file, or send an answer that cannot be read: after a failure with the outcome {@code
   * UNKNOWN}, {@link #list()} and compare before you send the file again.
   *
   * <p>Source: Kore.ai, "Create Bulk Contacts".
   *
   * @param file the file
   * @return the call; it returns what Kore.ai reports as created
   * @throws InvalidRequestException when the file cannot be read, is empty or is in UTF-16
   */
  public ApiCall<List<KoreContact>> importCsv(Path file) {
    return importCsv(UploadSource.csv(file));
  }

  /**
   * Creates contacts from a CSV stream; see {@link #importCsv(Path)}. The call runs once. There is
   * no retry after the first byte was read.
   *
   * <p>Source: Kore.ai, "Create Bulk Contacts".
   *
   * @param csv the bytes; the SDK does not close the stream
   * @param fileName the file name to send along, such as {@code contacts.csv}
   * @return the call; it returns what Kore.ai reports as created
   */
  public ApiCall<List<KoreContact>> importCsv(InputStream csv, String fileName) {
    return importCsv(UploadSource.of(csv, fileName));
  }

  private ApiCall<List<KoreContact>> importCsv(UploadSource csv) {
    MultipartBody body = MultipartBody.builder().file("result_file", "text/csv", csv);
    return engine.call(ApiRequest.of(IMPORT).body(body));
  }

  /**
   * Lists contacts. Kore.ai does not document whether deleted ones are included; see {@link
   * KoreContact#status()}.
   *
   * <p>Source: Kore.ai, "Get All Contacts".
   *
   * @return the call
   */
  public KoreContactListCall list() {
    return listCall(engine, CallOptions.DEFAULT);
  }

  /**
   * Changes a contact.
   *
   * <p>Source: Kore.ai, "Update a Contact".
   *
   * @param id the contact
   * @param changes at least one change; see {@link KoreContact#toChanges()}
   * @return the call; it returns the changed contact
   * @throws InvalidRequestException when the changes are null or empty
   */
  public ApiCall<KoreContact> update(String id, KoreContactChanges changes) {
    refuseNoChange(UPDATE, changes);
    return engine.call(ApiRequest.of(UPDATE).path("id", id).json(changes));
  }

  /**
   * Changes several contacts in one request. If Kore.ai refuses it, or its success cannot be read,
   * some may be changed: the outcome is then {@code UNKNOWN}. It sets values, so it may be
   * repeated.
   *
   * <p>Source: Kore.ai, "Update Bulk Contacts".
   *
   * @param changes at least one contact, each once, each with at least one change
   * @return the call; its result lists what was changed and what was not
   * @throws InvalidRequestException when the list is empty, an element is null, an id is blank or
   *     occurs twice, or an element changes nothing
   */
  public ApiCall<KoreBulkResult> updateAll(List<KoreContactChange> changes) {
    Inputs.refuseEmpty(UPDATE_MANY, changes, "changes");
    checkIds(UPDATE_MANY, changes.stream().map(KoreContactChange::id).toList());
    changes.forEach(change -> refuseNoChange(UPDATE_MANY, change.changes()));
    List<?> body = changes.stream().map(KoreContactChange::properties).toList();
    return engine.call(ApiRequest.of(UPDATE_MANY).json(body));
  }

  /**
   * Deletes a contact: it becomes {@link KoreContactStatus#INACTIVE}, and its history stays.
   *
   * <p>Source: Kore.ai, "Delete a Contact".
   *
   * @param id the contact
   * @return the call; it returns the contact's last state
   */
  public ApiCall<Deleted<KoreContact>> delete(String id) {
    return engine.call(ApiRequest.of(DELETE).path("id", id));
  }

  /**
   * Deletes several contacts in one request. After a retry, contacts that the first attempt deleted
   * may be reported as failed. If Kore.ai refuses the request, or its success cannot be read, some
   * may be deleted: the outcome is then {@code UNKNOWN}. It may be repeated.
   *
   * <p>Source: Kore.ai, "Bulk Delete Contacts".
   *
   * @param ids at least one, each once
   * @return the call; its result lists what was deleted and what was not
   * @throws InvalidRequestException when the list is empty, or an id is null, blank or occurs twice
   */
  public ApiCall<KoreBulkResult> deleteAll(List<String> ids) {
    Inputs.refuseEmpty(DELETE_MANY, ids, "ids");
    checkIds(DELETE_MANY, ids);
    return engine.call(
        ApiRequest.of(DELETE_MANY).json(Map.of("ids", ids)).ofSeveral(ids.size() > 1));
  }

  private static void refuseNull(Endpoint<?> endpoint, String what, @Nullable Object value) {
    InvalidRequestException.refuseNull(endpoint.operation(), what, value);
  }

  private static void refuseNoChange(Endpoint<?> endpoint, KoreContactChanges changes) {
    refuseNull(endpoint, "what to change", changes);
    if (changes.properties().isEmpty()) {
      throw new InvalidRequestException(endpoint.operation(), "there is nothing to change");
    }
  }

  private static void checkIds(Endpoint<?> endpoint, List<? extends @Nullable String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      refuseNull(endpoint, "an id", id);
      if (id.isBlank() || !seen.add(id)) {
        throw new InvalidRequestException(
            endpoint.operation(),
            id.isBlank() ? "an id is blank" : "the id " + id + " comes twice");
      }
    }
  }
}
