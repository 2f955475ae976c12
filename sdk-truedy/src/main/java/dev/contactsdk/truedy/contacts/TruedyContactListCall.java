package dev.contactsdk.truedy.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.PageQuery;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Lists contacts, 100 per page by default. That is Truedy's maximum; each page counts against the
 * rate limit. Truedy documents paging by rows and by page number for this operation. The call uses
 * the style of the server's first answer.
 *
 * <p>Source: Truedy, "List Contacts" and "Contacts".
 */
@CheckReturnValue
public final class TruedyContactListCall extends ListCall<TruedyContact, TruedyContactListCall> {
  private static final JsonType<Envelope<List<TruedyContact>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyContact>> LIST =
      Endpoint.get("truedy.contacts.list", "/contacts", Answers.page(ANSWER));

  private final Map<String, String> filters;

  TruedyContactListCall(ApiEngine engine, CallOptions options) {
    this(engine, options, PageQuery.START, Map.of());
  }

  private TruedyContactListCall(
      ApiEngine engine, CallOptions options, Position position, Map<String, String> filters) {
    super(engine, options, position);
    this.filters = filters;
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

  private TruedyContactListCall filter(String name, String value) {
    return new TruedyContactListCall(
        engine(), options(), position(), PageQuery.with(filters, name, value));
  }

  @Override
  protected TruedyContactListCall with(CallOptions changed) {
    return new TruedyContactListCall(engine(), changed, position(), filters);
  }

  @Override
  protected TruedyContactListCall at(Position changed) {
    return new TruedyContactListCall(engine(), options(), changed, filters);
  }

  @Override
  protected PageSource<TruedyContact> source() {
    return new PageQuery<>(engine(), LIST, true, filters, TruedyContact::id);
  }

  /** Reads all pages as part of one run. */
  Iterator<Page<TruedyContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }

  @Override
  public String toString() {
    return LIST.toString();
  }
}
