package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.listener.AttemptEnd;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's listeners. What they throw is logged, and does not reach the call. */
public record Listeners(List<CallListener> all) {
  /** The events of a call that nobody listens to. */
  public static final CallEvents NOBODY = new CallEvents() {};

  private static final Logger LOG = LoggerFactory.getLogger("dev.contactsdk.http");

  /** Tells the listeners of a new call, and returns who hears of its events. */
  public CallEvents newCall(String vendor) {
    if (all.isEmpty()) {
      return NOBODY;
    }
    List<CallEvents> listening = new ArrayList<>(all.size());
    for (CallListener listener : all) {
      guarded(
          listener,
          () -> {
            CallEvents events = listener.newCall(vendor);
            if (events != null) {
              listening.add(events);
            }
          });
    }
    return listening.isEmpty() ? NOBODY : new Guarded(listening);
  }

  private static void guarded(Object listener, Runnable event) {
    try {
      event.run();
    } catch (VirtualMachineError e) {
      throw e; // a stack that overflows would do so again with the next event
    } catch (Throwable e) { // also a checked one, as Kotlin throws, and a failed assertion
      LOG.warn(
          "the listener {} failed: {}; the call goes on",
          listener.getClass().getName(),
          e.toString());
      LOG.debug("the listener's failure", e);
    }
  }

  /** The last that hears of a start is the first that hears of its end, so that scopes nest. */
  private static final class Guarded implements CallEvents {
    private final List<CallEvents> listening;
    private boolean isStarted;

    Guarded(List<CallEvents> listening) {
      this.listening = listening;
    }

    /** A call that sends several requests starts once. */
    @Override
    public void started(CallInfo call) {
      if (!isStarted) {
        isStarted = true;
        tell(events -> events.started(call));
      }
    }

    @Override
    public void permitAwaited(Duration waited) {
      tell(events -> events.permitAwaited(waited));
    }

    @Override
    public Headers attemptStarted(HttpRequest request) {
      List<Headers> asked = new ArrayList<>();
      tell(events -> asked.add(events.attemptStarted(request)));
      Headers headers = Headers.empty();
      for (@Nullable Headers more : asked) {
        headers = more == null ? headers : headers.with(more);
      }
      return FramingHeaders.removedFrom(headers);
    }

    @Override
    public void attemptEnded(AttemptEnd attempt) {
      tellBackwards(events -> events.attemptEnded(attempt));
    }

    @Override
    public void backingOff(Duration wait, SdkException because) {
      tell(events -> events.backingOff(wait, because));
    }

    @Override
    public void ended(CallEnd call) {
      if (isStarted) {
        tellBackwards(events -> events.ended(call));
      }
    }

    private void tell(Consumer<CallEvents> event) {
      listening.forEach(events -> guarded(events, () -> event.accept(events)));
    }

    private void tellBackwards(Consumer<CallEvents> event) {
      for (int i = listening.size() - 1; i >= 0; i--) {
        CallEvents events = listening.get(i);
        guarded(events, () -> event.accept(events));
      }
    }
  }
}
