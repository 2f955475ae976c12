package dev.contactsdk.sandbox.engine;

import java.time.Duration;

/** The vendor-specific part of a server. */
public interface Vendor {

  Router router();

  /** The base path of the vendor's short paths, such as {@code /contacts}. */
  String basePath();

  /** Throws a {@link Refusal} if the caller may not do this. */
  void admit(Call call);

  /** The vendor's answer for a refusal. */
  Reply refusal(Refusal refusal);

  /** The vendor's answer when the rate limit is exceeded. */
  Reply limited(LimitWords answer, Duration wait);
}
