package dev.contactsdk.kore.lists;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.Envelope;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.internal.KoreLists;
import java.util.List;

/**
 * The operations of one version. The versions differ in paths, and version 2 also has the account
 * in the query.
 */
record ContactListsApi(
    boolean isFirst,
    Endpoint<KoreContactList> create,
    Endpoint<List<KoreContactList>> list,
    Endpoint<KoreContactList> get,
    Endpoint<KoreContactListUpdate> update,
    Endpoint<Deleted<KoreContactList>> delete,
    ListEndpoint<KoreListContact> contacts,
    ListEndpoint<KoreDialingStatus> dialing) {
  /** Below {@code /campaign/contactList}, next to the ids. */
  private static final String[] NOT_IDS = {"createContactList", "getAllListDetails", "addContacts"};

  private static final int CONTACTS_PER_PAGE = 50;
  private static final int LARGEST_STATUS_PAGE = 100;

  private static final Decoder<KoreContactList> LIST =
      Envelope.data(
          new JsonType<>() {}, "contact list with an id", answered -> answered.id() != null);
  private static final Decoder<List<KoreContactList>> ALL =
      Envelope.data(new JsonType<>() {}, "list", all -> true);
  private static final Decoder<KoreContactListUpdate> ECHO =
      Envelope.data(new JsonType<>() {}, "contact list's id", echo -> echo.id() != null);
  private static final Decoder<PageAnswer<KoreListContact>> CONTACTS =
      Envelope.page(new JsonType<>() {});
  private static final Decoder<PageAnswer<KoreDialingStatus>> STATUSES =
      Envelope.page(new JsonType<>() {});

  static final ContactListsApi V1 =
      of(true, "kore.contactLists.v1.", "/agentassist/api/v1/public/{streamId}/campaign");
  static final ContactListsApi V2 =
      of(false, "kore.contactLists.", "/campaign/api/v2/public/{streamId}/campaign");

  private static ContactListsApi of(boolean isFirst, String name, String base) {
    String lists = base + "/contactList";
    String one = lists + "/{contactListId}";
    return new ContactListsApi(
        isFirst,
        Endpoint.post(name + "create", lists + "/createContactList", LIST),
        Endpoint.post(name + "list", lists + "/getAllListDetails", ALL).effect(Effect.READ),
        Endpoint.get(name + "get", one, LIST).refusing(NOT_IDS),
        Endpoint.put(name + "update", one, ECHO).refusing(NOT_IDS),
        Endpoint.delete(name + "delete", one, Answers.deleted(LIST)).refusing(NOT_IDS),
        KoreLists.undocumented(
            Endpoint.get(name + "contacts", one + "/getAllContacts", CONTACTS).refusing(NOT_IDS),
            KoreListContact::id,
            CONTACTS_PER_PAGE),
        KoreLists.inBody(
            Endpoint.post(name + "dialingStatus", base + "/{campaignId}/status", STATUSES)
                .effect(Effect.READ)
                .refusing("contactList"),
            KoreDialingStatus::botSessionId,
            LARGEST_STATUS_PAGE));
  }

  <T> ApiRequest<T> request(Endpoint<T> endpoint, KoreApp app) {
    ApiRequest<T> request = ApiRequest.of(endpoint);
    return isFirst ? app.inHeader(request) : app.inHeaderAndQuery(request);
  }
}
