package dev.contactsdk.sandbox.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a fault does to one request.
 *
 * @param stores whether the request is carried out
 * @param cut where the connection ends
 * @param share how much of the body is sent before a cut or a pause in it
 * @param reply the answer; null for the server's own
 * @param limited the wording of a rate limit answer; null if this is not one
 * @param delay the delay of the answer
 * @param stall the pause in the body, or the wait in a rate limit answer
 * @param headers added to the answer
 * @param reset whether a cut is an RST, not a FIN
 */
public record Damage(
    boolean stores,
    Cut cut,
    double share,
    @Nullable Reply reply,
    @Nullable LimitWords limited,
    Duration delay,
    Duration stall,
    List<Map.Entry<String, String>> headers,
    boolean reset) {

  /** Where in the answer the connection ends. */
  public enum Cut {
    /** Nowhere. */
    NONE,
    /** Before its first byte. */
    AT_START,
    /** Within the status line. */
    STATUS_LINE,
    /** Within the headers. */
    HEADERS,
    /** Within the body. */
    BODY,
    /** After its last byte. */
    AT_END
  }

  public Damage {
    headers = List.copyOf(headers);
  }

  /** Only a cut, or a reply in place of the server's own. */
  public static Damage of(boolean stores, Cut cut, double share, @Nullable Reply reply) {
    return new Damage(
        stores, cut, share, reply, null, Duration.ZERO, Duration.ZERO, List.of(), false);
  }

  /** The vendor's answer when the rate limit is exceeded. */
  public static Damage limited(LimitWords words, Duration wait) {
    return new Damage(false, Cut.NONE, 0, null, words, Duration.ZERO, wait, List.of(), false);
  }

  public Damage withStores(boolean value) {
    return new Damage(value, cut, share, reply, limited, delay, stall, headers, reset);
  }

  public Damage withDelay(Duration time) {
    return new Damage(stores, cut, share, reply, limited, time, stall, headers, reset);
  }

  public Damage withStall(Duration time) {
    return new Damage(stores, cut, share, reply, limited, delay, time, headers, reset);
  }

  public Damage withHeader(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Damage(stores, cut, share, reply, limited, delay, stall, more, reset);
  }

  public Damage withReset() {
    return new Damage(stores, cut, share, reply, limited, delay, stall, headers, true);
  }

  /** The answer, given the server's own; null means that the request was not carried out. */
  Reply replyInsteadOf(@Nullable Reply carriedOut, Vendor vendor) {
    Reply answer = reply;
    if (limited != null) {
      answer = vendor.limited(limited, stall);
    } else if (answer == null) {
      answer = carriedOut == null ? new Reply(503, List.of(), ByteString.EMPTY) : carriedOut;
    }
    return answer.with(headers);
  }

  /** Prepares the connection for an answer of this size. */
  void arm(WireSocket socket, String statusLine, long headBytes, long bodyBytes) {
    long inBody = headBytes + (long) (bodyBytes * share);
    switch (cut) {
      case AT_START -> socket.cutAfter(0, reset);
      case STATUS_LINE -> socket.cutAfter(statusLine.length() / 2, reset);
      case HEADERS -> socket.cutAfter((statusLine.length() + headBytes) / 2, reset);
      case BODY -> socket.cutAfter(inBody, reset);
      case AT_END -> socket.cutAfter(headBytes + bodyBytes, reset);
      case NONE -> {
        if (limited == null && !stall.isZero()) {
          socket.pauseAfter(inBody, stall);
        }
      }
    }
  }
}
