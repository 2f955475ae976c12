package dev.contactsdk.sandbox.engine;

import java.time.Duration;

/** What one vendor's server knows and the shared machinery does not. */
public interface Vendor {

  Router router();

  /** The path below which the vendor's short paths, such as {@code /contacts}, lie. */
  String basePath();

  /** Throws a {@link Refusal} unless the caller may do this. */
  void admit(Call call);

  /** The vendor's own words for a refusal. */
  Reply refusal(Refusal refusal);

  /** The vendor's answer to one request too many. */
  Reply limited(LimitWords answer, Duration wait);
}
