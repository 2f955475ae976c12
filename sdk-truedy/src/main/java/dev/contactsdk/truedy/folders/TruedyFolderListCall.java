package dev.contactsdk.truedy.folders;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.PageQuery;
import java.util.List;
import java.util.Map;

/**
 * Lists folders, 100 per page by default. In one of the documented shapes the server sends all
 * folders at once, without paging fields. One more request then confirms that there are no others.
 *
 * <p>Source: Truedy, "List Contact Folders" and "Contacts".
 */
@CheckReturnValue
public final class TruedyFolderListCall extends ListCall<TruedyFolder, TruedyFolderListCall> {
  private static final JsonType<Envelope<List<TruedyFolder>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyFolder>> LIST =
      Endpoint.get("truedy.folders.list", "/contacts/folders", Answers.page(ANSWER));

  private final Map<String, String> filters;

  TruedyFolderListCall(ApiEngine engine, CallOptions options) {
    this(engine, options, PageQuery.START, Map.of());
  }

  private TruedyFolderListCall(
      ApiEngine engine, CallOptions options, Position position, Map<String, String> filters) {
    super(engine, options, position);
    this.filters = filters;
  }

  /**
   * Sets the sort key. Only on the page "Contacts": a server may ignore it.
   *
   * @param key the creation time by default
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public TruedyFolderListCall sortBy(TruedyFolderSort key) {
    InvalidRequestException.refuseNull(LIST.operation(), "the key to sort by", key);
    return filter("sort_by", key.value());
  }

  /**
   * Sets the order. Only on the page "Contacts": a server may ignore it.
   *
   * @param order descending by default
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public TruedyFolderListCall order(SortOrder order) {
    InvalidRequestException.refuseNull(LIST.operation(), "the order", order);
    return filter("order", order.value());
  }

  private TruedyFolderListCall filter(String name, String value) {
    return new TruedyFolderListCall(
        engine(), options(), position(), PageQuery.with(filters, name, value));
  }

  @Override
  protected TruedyFolderListCall with(CallOptions changed) {
    return new TruedyFolderListCall(engine(), changed, position(), filters);
  }

  @Override
  protected TruedyFolderListCall at(Position changed) {
    return new TruedyFolderListCall(engine(), options(), changed, filters);
  }

  @Override
  protected PageSource<TruedyFolder> source() {
    return new PageQuery<>(engine(), LIST, false, filters, TruedyFolder::id);
  }

  @Override
  public String toString() {
    return LIST.toString();
  }
}
