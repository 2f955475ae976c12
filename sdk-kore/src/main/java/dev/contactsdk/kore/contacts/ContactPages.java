package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.kore.internal.KoreLists;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Requests pages of contacts. Kore.ai documents no paging parameters for them, so a server may
 * refuse them. Then the default page size is tried, then none: the first page without a query, as
 * documented, the others with {@code page} and {@code skip}. Later requests use what the server
 * accepted first.
 */
final class ContactPages implements PageSource<KoreContact> {
  /** The status that Kore.ai's services use to refuse unknown parameters. */
  private static final int INVALID_ARGUMENTS = 412;

  private static final int USUAL_SIZE = 100;

  private final ApiEngine engine;
  private final Endpoint<PageAnswer<KoreContact>> endpoint;
  private final Taken taken;

  /** What a server accepted; copies of a call share it. */
  static final class Taken {
    private final AtomicReference<@Nullable Size> size = new AtomicReference<>();
  }

  private enum Size {
    AS_ASKED,
    USUAL,
    NOT_SENT;

    private @Nullable Integer of(PageRequest page) {
      return switch (this) {
        case AS_ASKED -> Integer.valueOf(page.limit());
        case USUAL -> Integer.valueOf(USUAL_SIZE);
        case NOT_SENT -> null;
      };
    }

    private @Nullable Size next(PageRequest page) {
      return switch (this) {
        case AS_ASKED -> page.limit() > USUAL_SIZE ? USUAL : NOT_SENT;
        case USUAL -> NOT_SENT;
        case NOT_SENT -> null;
      };
    }
  }

  ContactPages(ApiEngine engine, Endpoint<PageAnswer<KoreContact>> endpoint, Taken taken) {
    this.engine = engine;
    this.endpoint = endpoint;
    this.taken = taken;
  }

  @Override
  public String operation() {
    return endpoint.operation();
  }

  @Override
  public @Nullable String id(KoreContact contact) {
    return contact.id();
  }

  @Override
  public ApiResponse<PageAnswer<KoreContact>> fetch(PageRequest page, CallScope scope) {
    Size known = taken.size.get();
    return known == null ? tried(page, Size.AS_ASKED, scope) : asked(page, known, scope);
  }

  private ApiResponse<PageAnswer<KoreContact>> tried(PageRequest page, Size size, CallScope scope) {
    ApiResponse<PageAnswer<KoreContact>> response;
    try {
      response = asked(page, size, scope);
    } catch (ApiException.BadRequest e) {
      Size next = e.status() == INVALID_ARGUMENTS ? size.next(page) : null;
      if (next == null) {
        throw e;
      }
      return tried(page, next, scope);
    }
    taken.size.compareAndSet(null, size);
    return response;
  }

  private ApiResponse<PageAnswer<KoreContact>> asked(PageRequest page, Size size, CallScope scope) {
    Integer limit = size.of(page);
    boolean isDocumented = limit == null && page.page() == 1 && page.offset() == 0;
    ApiRequest<PageAnswer<KoreContact>> request = ApiRequest.of(endpoint);
    return engine.send(isDocumented ? request : request.query(KoreLists.query(page, limit)), scope);
  }
}
