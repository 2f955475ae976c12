package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says whether what came of an answer is one of the things that may come of it. */
final class AnyBytesJudge {
  private static final int LONGEST_MESSAGE = 300_000;
  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_ELEMENTS = 8;
  private static final int DEEPEST = 12;
  private static final Set<String> READS =
      Set.of(
          ".list",
          ".get",
          ".findByCustomId",
          ".availability",
          ".skills",
          ".wfm",
          ".statusHistory",
          ".agents",
          ".ofAgents",
          ".contacts",
          ".dialingStatus");

  /** A file counts as several contacts, whatever it holds. */
  private static final Set<String> FILES =
      Set.of("kore.contacts.importCsv", "truedy.contacts.import");

  private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

  private AnyBytesJudge() {}

  /** Calls every accessor of a result, and of what that holds. */
  static void result(Object result) {
    touch(result, 0);
  }

  private static void touch(Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      return;
    }
    if (value instanceof List<?> list) {
      list.stream().limit(MOST_ELEMENTS).forEach(element -> touch(element, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      map.values().stream().limit(MOST_ELEMENTS).forEach(element -> touch(element, depth + 1));
    } else {
      require(value.toString() != null, "toString is null");
      if (value instanceof Record) {
        read(value, depth);
      }
    }
  }

  private static void read(Object value, int depth) {
    int hash = value.hashCode();
    require(value.hashCode() == hash, "has two hash codes");
    for (Method method : METHODS.computeIfAbsent(value.getClass(), AnyBytesJudge::accessors)) {
      try {
        touch(method.invoke(value), depth + 1);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof InvalidRequestException)) {
          throw new AssertionError(method + " failed", e.getCause());
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(method + " cannot be called", e);
      }
    }
  }

  private static List<Method> accessors(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    for (Method method : type.getMethods()) {
      boolean own = method.getDeclaringClass().getName().startsWith("dev.contactsdk");
      boolean reads = method.getParameterCount() == 0 && method.getReturnType() != void.class;
      if (own && reads && !Modifier.isStatic(method.getModifiers())) {
        method.setAccessible(true);
        methods.add(method);
      }
    }
    return methods;
  }

  /**
   * A refusal or an unreadable answer; never a network error, for the answer was whole. A refusal
   * may come with a success. To OkHttp a 407 without a proxy is a breach of HTTP.
   */
  static void failure(SdkException e, int status) {
    boolean success = status >= 200 && status <= 299;
    boolean unreadable =
        e instanceof ResponseFormatException || e.getCause() instanceof ResponseFormatException;
    boolean typed =
        e instanceof ApiException
            || (success
                ? unreadable || e instanceof IncompleteListException
                : unreadable && status == 407);
    require(typed, "is a " + e.getClass().getSimpleName() + " for HTTP " + status);
    require(outcomes(e, status).contains(e.outcome()), "has the outcome " + e.outcome());
    require(
        e.getMessage().length() <= LONGEST_MESSAGE, "has " + e.getMessage().length() + " chars");
    require(e.toString().contains(e.operation()), "does not name its operation");
    if (e instanceof ApiException refusal) {
      refusal(refusal, status);
    }
  }

  /**
   * A read is refused or unreadable; a write is refused only where the status admits it. A success
   * may show that some of several contacts were not written, or that nothing was deleted. A 202 or
   * 207 proves nothing.
   */
  private static Set<Outcome> outcomes(SdkException e, int status) {
    boolean read = READS.stream().anyMatch(e.operation()::endsWith);
    if (e instanceof ApiException) {
      boolean open = !read && (status == 408 || status >= 500);
      return open
          ? EnumSet.of(Outcome.UNKNOWN)
          : EnumSet.of(read ? Outcome.REJECTED : Outcome.UNKNOWN, Outcome.REJECTED);
    }
    boolean ofOne = !read && !FILES.contains(e.operation());
    boolean done = status >= 200 && status <= 299 && status != 202 && status != 207;
    if (!ofOne || !done || e instanceof UnconfirmedWriteException) {
      return EnumSet.of(Outcome.UNKNOWN);
    }
    return e.operation().endsWith(".delete")
        ? EnumSet.of(Outcome.APPLIED, Outcome.UNKNOWN)
        : EnumSet.of(Outcome.APPLIED);
  }

  private static void refusal(ApiException e, int status) {
    require(e.status() == status, "has the status " + e.status());
    require(e.retryAfter() == null || !e.retryAfter().isNegative(), "waits back");
    e.fieldErrors().forEach(error -> touch(error, 0));
    require(String.valueOf(e.reason()).length() <= LONGEST_TEXT, "has a huge text");
    require(String.valueOf(e.code()).length() <= LONGEST_TEXT, "has a huge code");
    require(String.valueOf(e.requestId()).length() <= LONGEST_TEXT, "has a huge request id");
    require(e.details() != null, "has no details");
    require(e.origin() != null, "has no origin");
  }

  private static void require(boolean fine, String complaint) {
    if (!fine) {
      throw new AssertionError(complaint);
    }
  }
}
