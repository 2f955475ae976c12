package dev.contactsdk.kore.internal;

import dev.contactsdk.core.spi.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * The app and its account, as a family of operations names them. Every request has the account's
 * header, and most have the stream in their path. The methods add what a family requires besides.
 */
public record KoreApp(String streamId, String accountId) {
  /** Kore.ai also prints it as {@code iId}; the names of headers ignore case. */
  private static final String STREAM = "iid";

  private static final String ACCOUNT = "accountId";

  /** Checks what an application gave. */
  public static KoreApp of(@Nullable String streamId, @Nullable String accountId) {
    return new KoreApp(
        KoreProfile.plain("streamId", "st-…", streamId),
        KoreProfile.plain("accountId", "65aa…", accountId));
  }

  /** Campaigns, WFM and reports: the stream in a header. */
  public <T> ApiRequest<T> inHeader(ApiRequest<T> request) {
    return request.header(STREAM, streamId);
  }

  /** Contact lists v2, and the contacts of a list: the account in the query too. */
  public <T> ApiRequest<T> inHeaderAndQuery(ApiRequest<T> request) {
    return inHeader(request).query(ACCOUNT, accountId);
  }

  @Override
  public String toString() {
    return "streamId=" + streamId + ", accountId=" + accountId;
  }
}
