package dev.contactsdk.core.listener;

import org.jspecify.annotations.Nullable;

/**
 * Hears what happens to a client's calls. Set with {@code listener(...)} of a client's builder.
 * Without one, nothing is noted and nothing is allocated.
 *
 * <p>Must be thread-safe: calls run side by side. What a listener throws is logged and otherwise
 * ignored, so it never changes a call; only a stack overflow and the like are passed on.
 */
@FunctionalInterface
public interface CallListener {
  /**
   * Hears of a new call before it starts: on the thread that executes it, or, for an asynchronous
   * call, on the thread that asked for it. So the listener can keep what belongs to that thread,
   * such as the current trace. Nothing else may follow: a call can be cancelled or refused before
   * it starts.
   *
   * <p>Each page of a list is a call. What a create looks up belongs to the create's call.
   *
   * @param vendor the client's vendor, such as {@code kore} or {@code truedy}
   * @return who hears of this call's events; null ignores the call
   */
  @Nullable CallEvents newCall(String vendor);
}
