package dev.contactsdk.core.listener;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that writes down what it hears, and on which thread it heard of each call. */
final class Heard implements CallListener {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Thread> askedOn = new CopyOnWriteArrayList<>();
  private final List<AttemptEnd> attempts = new CopyOnWriteArrayList<>();
  private final List<CallEnd> ends = new CopyOnWriteArrayList<>();
  private final String name;
  private Headers headers = Headers.empty();

  Heard() {
    this("");
  }

  Heard(String name) {
    this.name = name;
  }

  Heard sending(Headers more) {
    headers = more;
    return this;
  }

  List<String> lines() {
    return lines;
  }

  List<Thread> askedOn() {
    return askedOn;
  }

  List<AttemptEnd> attempts() {
    return attempts;
  }

  CallEnd onlyEnd() {
    if (ends.size() != 1) {
      throw new AssertionError(ends.size() + " ends");
    }
    return ends.get(0);
  }

  @Override
  public CallEvents newCall(String vendor) {
    askedOn.add(Thread.currentThread());
    return new CallEvents() {
      @Override
      public void started(CallInfo call) {
        note("started " + call.operation() + " " + call.pathTemplate());
      }

      @Override
      public void permitAwaited(Duration waited) {
        note("permit after " + waited.toSeconds() + " s");
      }

      @Override
      public Headers attemptStarted(HttpRequest request) {
        note("attempt " + request.call().attempts() + " with " + request.headers());
        return headers;
      }

      @Override
      public void attemptEnded(AttemptEnd attempt) {
        attempts.add(attempt);
        note("attempt ended " + attempt.status() + kind(attempt.failure()));
      }

      @Override
      public void backingOff(Duration wait, SdkException because) {
        note("backing off" + kind(because));
      }

      @Override
      public void ended(CallEnd call) {
        ends.add(call);
        note("ended " + call.outcome() + " after " + call.attempts() + kind(call.failure()));
      }
    };
  }

  private static String kind(Throwable failure) {
    return failure == null ? "" : " " + failure.getClass().getSimpleName();
  }

  private void note(String line) {
    lines.add(name + line);
  }
}
