package dev.contactsdk.kore.lists;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.kore.internal.Inputs;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.internal.KoreErrorBody;
import dev.contactsdk.kore.lookups.KoreListCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contact lists of campaigns. Their contacts are not those of the contact centre. The JWT app
 * needs the scope {@code Campaign Management}. Kore.ai documents no way to change or remove a
 * contact in a list.
 *
 * <p>The operations use version 2, the newer one; {@link #v1()} uses version 1, for installations
 * without version 2. Both show the same lists as far as the pages say.
 */
public final class KoreContactLists {
  private static final JsonType<KoreContactsQueued> QUEUED = JsonType.of(KoreContactsQueued.class);

  /** The only version. Its path and its spelling are those of another family. */
  private static final Endpoint<KoreContactsQueued> ADD_CONTACTS =
      Endpoint.post(
          "kore.contactLists.addContacts",
          "/api/1.1/public/{streamId}/campaign/contactList/addContacts",
          answer -> confirmed(QUEUED.read(answer.stream())));

  private final ApiEngine engine;
  private final KoreApp app;
  private final ContactListsApi api;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   * @param streamId the stream
   * @param accountId the account
   */
  public KoreContactLists(ApiEngine engine, String streamId, String accountId) {
    this(engine, new KoreApp(streamId, accountId), ContactListsApi.V2);
  }

  private KoreContactLists(ApiEngine engine, KoreApp app, ContactListsApi api) {
    this.engine = engine;
    this.app = app;
    this.api = api;
  }

  /**
   * The same operations by version 1.
   *
   * @return the operations
   */
  public KoreContactLists v1() {
    return new KoreContactLists(engine, app, ContactListsApi.V1);
  }

  /**
   * Creates a contact list. It is never sent twice: if the outcome is {@code UNKNOWN}, look for its
   * name in {@link #list()}. Kore.ai does not say whether two lists may have the same name.
   *
   * <p>Sources: Kore.ai, "Create Contact List v2", "Create Contact List".
   *
   * @param list the list
   * @return the call; it returns the list with its id
   * @throws InvalidRequestException when it is null
   */
  public ApiCall<KoreContactList> create(NewKoreContactList list) {
    InvalidRequestException.refuseNull(api.create().operation(), "the contact list", list);
    return engine.call(api.request(api.create(), app).json(list));
  }

  /**
   * Lists all contact lists for voice campaigns, in one answer.
   *
   * <p>Kore.ai's pages say POST, but their samples would send GET. The SDK sends POST with an empty
   * object, which changes nothing. Try a real account first. If it answers 405, call {@code
   * kore.call(Endpoint.get(…))} with the same path, the header {@code iid} (the stream) and the
   * query parameter {@code accountId}.
   *
   * <p>Sources: Kore.ai, "Get All Contact Lists v2", "Get All Contact Lists".
   *
   * @return the call; its lists show no {@code isActive}, {@code createdBy} and {@code createdAt}
   */
  public ApiCall<List<KoreContactList>> list() {
    return list(KoreContactListType.CALL);
  }

  /**
   * Lists all contact lists of a type; see {@link #list()}. Kore.ai documents only {@link
   * KoreContactListType#CALL}.
   *
   * @param type the type
   * @return the call
   * @throws InvalidRequestException when it is null
   */
  public ApiCall<List<KoreContactList>> list(KoreContactListType type) {
    InvalidRequestException.refuseNull(api.list().operation(), "the type", type);
    return engine.call(api.request(api.list(), app).query("type", type).json(Map.of()));
  }

  /**
   * Gets a contact list.
   *
   * <p>Sources: Kore.ai, "Get Contact List Details v2", "Get Contact List Details".
   *
   * @param id the list ({@code cl-…})
   * @return the call
   */
  public ApiCall<KoreContactList> get(String id) {
    return engine.call(one(api.get(), id));
  }

  /**
   * Changes a contact list. What is not set stays.
   *
   * <p>Sources: Kore.ai, "Update Contact List v2", "Update Contact List".
   *
   * @param id the list
   * @param changes at least one change
   * @return the call; it returns what Kore.ai repeats of the change, not the list
   * @throws InvalidRequestException when the changes are null or empty, or set {@code
   *     allowDuplicates} by version 2, which does not document it
   */
  public ApiCall<KoreContactListUpdate> update(String id, KoreContactListChanges changes) {
    String operation = api.update().operation();
    InvalidRequestException.refuseNull(operation, "what to change", changes);
    if (changes.properties().isEmpty()) {
      throw new InvalidRequestException(operation, "there is nothing to change");
    }
    boolean isOfFirst = changes.properties().containsKey(KoreContactListChanges.ALLOW_DUPLICATES);
    if (isOfFirst && !api.isFirst()) {
      throw new InvalidRequestException(
          operation,
          "version 2 does not document allowDuplicates for an update: use contactLists().v1()");
    }
    return engine.call(one(api.update(), id).json(changes));
  }

  /**
   * Deletes a contact list. Kore.ai's user interface refuses to delete a list that a campaign uses;
   * how this operation refuses it is not documented.
   *
   * <p>Sources: Kore.ai, "Delete Contact List Details API (v2)", "Delete Contact List Details".
   *
   * @param id the list
   * @return the call; it returns the list's last state
   */
  public ApiCall<Deleted<KoreContactList>> delete(String id) {
    return engine.call(one(api.delete(), id));
  }

  /**
   * Lists the contacts of a contact list. Kore.ai documents no paging parameters but answers in
   * pages of 50, so the first page is requested as documented and further ones by {@code page} and
   * {@code skip}. If the server ignores both, the iteration fails instead of ending early.
   *
   * <p>Sources: Kore.ai, "Get All Contacts of a Contact List v2", "Get All Contacts of a Contact
   * List".
   *
   * @param id the list
   * @return the call
   */
  public KoreListCall<KoreListContact> contacts(String id) {
    return KoreListCall.of(
        engine, api.contacts(), request -> app.inHeaderAndQuery(request).path("contactListId", id));
  }

  /**
   * Adds contacts to a contact list, which is found by its name. Kore.ai only confirms the request
   * and adds the contacts later; it reports neither when nor which. Read {@link #contacts} to see
   * them.
   *
   * <p>It is never sent twice: if the outcome is {@code UNKNOWN}, read the contacts before you send
   * it again, as a list may hold a contact twice. A refusal of several contacts is {@code UNKNOWN}
   * too, and so is a success that cannot be read, because some may have been added. Kore.ai
   * documents no maximum number. Version 1 and version 2 share this operation.
   *
   * <p>Source: Kore.ai, "Add Contacts to Contact List API".
   *
   * @param listName the list's {@link KoreContactList#name()}, not its id
   * @param contacts at least one
   * @return the call
   * @throws InvalidRequestException when the name is blank, the list is empty, or an element is
   *     null
   */
  public ApiCall<KoreContactsQueued> addContacts(
      String listName, List<NewKoreListContact> contacts) {
    Inputs.refuseBlank(ADD_CONTACTS, "the name of the contact list", listName);
    Inputs.refuseEmpty(ADD_CONTACTS, contacts, "contacts");
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("contact_list_name", listName);
    body.put("data", contacts);
    ApiRequest<KoreContactsQueued> request = app.inHeader(ApiRequest.of(ADD_CONTACTS)).json(body);
    return engine.call(request.ofSeveral(contacts.size() > 1));
  }

  /**
   * Lists how far a voice campaign is with each of its contacts, 100 per page. A row is identified
   * by its {@code botSessionId}; contacts that were not called yet have none, so a repeat among
   * them is not recognized while the campaign changes.
   *
   * <p>Sources: Kore.ai, "Get All Contact Details Voice Campaigns v2", "Get All Contact Details
   * Voice Campaigns".
   *
   * @param campaignId the campaign ({@code cd-…} or {@code c-…})
   * @return the call; its page size is between 1 and 100
   */
  public KoreListCall<KoreDialingStatus> dialingStatus(String campaignId) {
    return KoreListCall.of(
        engine,
        api.dialing(),
        request -> app.inHeader(request).path("campaignId", campaignId).query("view", "contacts"));
  }

  private static KoreContactsQueued confirmed(KoreContactsQueued queued) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(queued.additionalProperties());
    others.put("message", queued.message());
    if (queued.message() == null || KoreErrorBody.isError(others)) {
      throw UnusableAnswerException.of("the body holds no confirmation", others);
    }
    return queued;
  }

  private <T> ApiRequest<T> one(Endpoint<T> endpoint, String id) {
    return api.request(endpoint, app).path("contactListId", id);
  }
}
