package dev.contactsdk.truedy.folders;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.TruedyLists;
import java.util.List;

/**
 * Lists folders, 100 per page by default. In one of the documented shapes the server sends all
 * folders at once, without paging fields. One more request then confirms that there are no others.
 *
 * <p>Source: Truedy, "List Contact Folders" and "Contacts".
 */
@CheckReturnValue
public final class TruedyFolderListCall extends QueryListCall<TruedyFolder, TruedyFolderListCall> {
  private static final JsonType<Envelope<List<TruedyFolder>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyFolder>> LIST =
      Endpoint.get("truedy.folders.list", "/contacts/folders", Answers.page(ANSWER));

  private static final ListEndpoint<TruedyFolder> ROWS = TruedyLists.byOffset(LIST);

  TruedyFolderListCall(ApiEngine engine, CallOptions options) {
    super(State.of(engine, options, ROWS));
  }

  private TruedyFolderListCall(State<TruedyFolder> state) {
    super(state);
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

  @Override
  protected TruedyFolderListCall copy(State<TruedyFolder> changed) {
    return new TruedyFolderListCall(changed);
  }
}
