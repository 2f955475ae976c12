package dev.contactsdk.truedy.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.TruedyLists;
import java.util.Iterator;
import java.util.List;

/**
 * Lists contacts, 100 per page by default. That is Truedy's maximum; each page counts against the
 * rate limit. Truedy documents paging by rows and by page number for this operation. The call uses
 * the style of the server's first answer.
 *
 * <p>Source: Truedy, "List Contacts" and "Contacts".
 */
@CheckReturnValue
public final class TruedyContactListCall
    extends QueryListCall<TruedyContact, TruedyContactListCall> {
  private static final JsonType<Envelope<List<TruedyContact>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyContact>> LIST =
      Endpoint.get("truedy.contacts.list", "/contacts", Answers.page(ANSWER));

  private static final ListEndpoint<TruedyContact> ROWS = TruedyLists.byOffsetOrPage(LIST);

  TruedyContactListCall(ApiEngine engine, CallOptions options) {
    super(State.of(engine, options, ROWS));
  }

  private TruedyContactListCall(State<TruedyContact> state) {
    super(state);
  }

  /**
   * Only lists contacts of one folder.
   *
   * @param folderId the folder's id
   * @return a changed copy
   * @throws InvalidRequestException when it is blank
   */
  public TruedyContactListCall folder(String folderId) {
    return filter("folder_id", Checks.notBlank(LIST.operation(), "folder_id", folderId));
  }

  /**
   * Only lists contacts whose name, number or e-mail address contains a text. Only on the page
   * "Contacts": a server may ignore it and send all contacts.
   *
   * @param text what to search for
   * @return a changed copy
   * @throws InvalidRequestException when it is blank
   */
  public TruedyContactListCall search(String text) {
    return filter("search", Checks.notBlank(LIST.operation(), "search", text));
  }

  /**
   * Only lists contacts with this outcome of the last call. Only on the page "Contacts": a server
   * may ignore it and send all contacts.
   *
   * @param outcome how the call ended
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public TruedyContactListCall lastCallOutcome(TruedyCallOutcome outcome) {
    InvalidRequestException.refuseNull(LIST.operation(), "the last call's outcome", outcome);
    return filter("last_call_outcome", outcome.value());
  }

  @Override
  protected TruedyContactListCall copy(State<TruedyContact> changed) {
    return new TruedyContactListCall(changed);
  }

  /** Reads all pages as part of one run. */
  Iterator<Page<TruedyContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
