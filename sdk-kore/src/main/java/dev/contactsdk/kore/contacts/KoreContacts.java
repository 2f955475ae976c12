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
 * The contacts of a contact centre. Kore.ai has no documented way to get one contact by its id, to
 * search, or to bring a deleted one back. The JWT app needs the scope {@code Configuration}.
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
      Endpoint.put("kore.contacts.updateMany", PATH + "/bulk-update", ContactAnswers.bulk());
  private static final Endpoint<Deleted<KoreContact>> DELETE =
      Endpoint.delete("kore.contacts.delete", PATH + "/{id}", ContactAnswers.deletedContact())
          .refusing(NOT_IDS);
  private static final Endpoint<KoreBulkResult> DELETE_MANY =
      Endpoint.delete("kore.contacts.deleteMany", PATH + "/bulk-delete", ContactAnswers.bulk())
          .effect(Effect.REPEATABLE_WRITE);
  private static final ListEndpoint<KoreContact> QUERY =
      KoreLists.sized(LIST, KoreContact::id, USUAL_LIMIT);

  private final ApiEngine engine;

  /**
   * Made by the client.
   *
   * @param engine what carries its calls out
   */
  public KoreContacts(ApiEngine engine) {
    this.engine = engine;
  }

  static ApiRequest<List<KoreContact>> createRequest(boolean ofSeveral) {
    return ApiRequest.of(ofSeveral ? CREATE_SEVERAL : CREATE);
  }

  static KoreContactListCall listCall(ApiEngine engine, CallOptions options) {
    return new KoreContactListCall(State.of(engine, options, QUERY));
  }

  /**
   * Look-ups ask for the largest page, because each page costs a request of the account's minute. A
   * server that refuses the size is asked for the usual one.
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
   * @return the call; its answer is the contact with its id
   * @throws InvalidRequestException when it is null
   */
  public KoreContactCreateCall<KoreContact> create(NewKoreContact contact) {
    refuseNull(CREATE, "the contact", contact);
    return new KoreContactCreateCall<>(engine, List.of(contact), created -> created.get(0));
  }

  /**
   * Creates several contacts in one request. Kore.ai does not document how many it takes at once,
   * nor whether one that it refuses keeps the others from being created.
   *
   * <p>The answer is in the order of what was sent. When it lacks any of the contacts, or Kore.ai
   * refuses several at once, the call fails with {@link
   * dev.contactsdk.core.error.UnconfirmedWriteException}, whose {@code rows()} say what is known of
   * each contact.
   *
   * <p>Source: Kore.ai, "Create a Contact by Giving Details".
   *
   * @param contacts at least one, each with a number of its own
   * @return the call; its answer holds one contact for each that was given
   * @throws InvalidRequestException when there is none, one is null, or two have the same number
   */
  public KoreContactCreateCall<List<KoreContact>> createAll(List<NewKoreContact> contacts) {
    refuseEmpty(CREATE, contacts, "contacts");
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
                + " have the same phone number, and Kore.ai takes a number once: leave one out");
      }
    }
    return new KoreContactCreateCall<>(engine, contacts, created -> created);
  }

  /**
   * Creates contacts from a CSV file with the columns {@code firstName}, {@code lastName}, {@code
   * salutation}, {@code cellPhoneNumber}, {@code cellPhoneCountryCode} and {@code
   * cellPhoneExtension}. The file is not looked into, and streamed. Kore.ai documents no limit of
   * size or rows, and not how it tells of a row that it refuses: compare the answer with the file.
   *
   * <p>Source: Kore.ai, "Create Bulk Contacts".
   *
   * @param file the file
   * @return the call; its answer holds what Kore.ai says it created
   * @throws InvalidRequestException when there is no readable file
   */
  public ApiCall<List<KoreContact>> importCsv(Path file) {
    return importCsv(UploadSource.of(file));
  }

  /**
   * Creates contacts from a stream in the form of {@link #importCsv(Path)}. The call can be sent
   * once, and is not repeated after the first byte was read.
   *
   * <p>Source: Kore.ai, "Create Bulk Contacts".
   *
   * @param csv the bytes; closed by whoever opened them
   * @param fileName the file name to send along, such as {@code contacts.csv}
   * @return the call; its answer holds what Kore.ai says it created
   */
  public ApiCall<List<KoreContact>> importCsv(InputStream csv, String fileName) {
    return importCsv(UploadSource.of(csv, fileName));
  }

  private ApiCall<List<KoreContact>> importCsv(UploadSource csv) {
    MultipartBody body = MultipartBody.builder().file("result_file", "text/csv", csv);
    return engine.call(ApiRequest.of(IMPORT).body(body));
  }

  /**
   * Lists contacts. Whether deleted ones are among them is not documented: see {@link
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
   * @return the call; its answer is the changed contact
   * @throws InvalidRequestException when the changes are null, or nothing is to be changed
   */
  public ApiCall<KoreContact> update(String id, KoreContactChanges changes) {
    refuseNoChange(UPDATE, changes);
    return engine.call(ApiRequest.of(UPDATE).path("id", id).json(changes));
  }

  /**
   * Changes several contacts in one request.
   *
   * <p>Source: Kore.ai, "Update Bulk Contacts".
   *
   * @param changes at least one contact, each once, each with at least one change
   * @return the call; its answer says which were changed and which were not
   * @throws InvalidRequestException when there is none, one is null, an id is blank or comes twice,
   *     or nothing is to be changed
   */
  public ApiCall<KoreBulkResult> updateAll(List<KoreContactChange> changes) {
    refuseEmpty(UPDATE_MANY, changes, "changes");
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
   * @return the call; its answer holds the contact as it was last
   */
  public ApiCall<Deleted<KoreContact>> delete(String id) {
    return engine.call(ApiRequest.of(DELETE).path("id", id));
  }

  /**
   * Deletes several contacts in one request. When an attempt broke off and is repeated, those that
   * it deleted may be answered as failed.
   *
   * <p>Source: Kore.ai, "Bulk Delete Contacts".
   *
   * @param ids at least one, each once
   * @return the call; its answer says which were deleted and which were not
   * @throws InvalidRequestException when there is none, or an id is null, blank or comes twice
   */
  public ApiCall<KoreBulkResult> deleteAll(List<String> ids) {
    refuseEmpty(DELETE_MANY, ids, "ids");
    checkIds(DELETE_MANY, ids);
    return engine.call(ApiRequest.of(DELETE_MANY).json(Map.of("ids", ids)));
  }

  private static void refuseNull(Endpoint<?> endpoint, String what, @Nullable Object value) {
    InvalidRequestException.refuseNull(endpoint.operation(), what, value);
  }

  private static void refuseEmpty(
      Endpoint<?> endpoint, List<? extends @Nullable Object> list, String what) {
    refuseNull(endpoint, "the list of " + what, list);
    if (list.isEmpty()) {
      throw new InvalidRequestException(endpoint.operation(), "the list of " + what + " is empty");
    }
    for (int i = 0; i < list.size(); i++) {
      refuseNull(endpoint, "element " + i + " of the list of " + what, list.get(i));
    }
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
