package dev.contactsdk.core.limit;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The limiters in use, held weakly, so unused accounts take no memory. */
final class AccountLimiters {
  private static final Map<String, WeakReference<RateLimiter>> LIMITERS = new ConcurrentHashMap<>();

  private AccountLimiters() {}

  static RateLimiter of(String account, Supplier<RateLimiter> create) {
    LIMITERS.values().removeIf(limiter -> limiter.get() == null);
    while (true) {
      RateLimiter limiter =
          LIMITERS.compute(account, (key, present) -> keep(present, create)).get();
      if (limiter != null) {
        return limiter;
      }
    }
  }

  private static WeakReference<RateLimiter> keep(
      @Nullable WeakReference<RateLimiter> present, Supplier<RateLimiter> create) {
    return present == null || present.get() == null ? new WeakReference<>(create.get()) : present;
  }
}
