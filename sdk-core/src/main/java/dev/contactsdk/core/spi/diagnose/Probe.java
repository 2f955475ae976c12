package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a diagnosis through the client's own stages: its auth, limiter,
 * interceptors and transport. Each is a GET, sent once, with at most 10 seconds. All together are
 * at most 15 requests and 55 seconds. After a refusal for the rate limit no further request is
 * sent. Not thread-safe.
 */
public final class Probe {
  private static final int MOST_REQUESTS = 15;
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  /** With what else a diagnosis does, it takes at most a minute. */
  private static final Duration TOTAL = Duration.ofSeconds(55);

  private final TimeSource time;
  private final Deadline deadline;
  private final List<ApiException> refusals = new ArrayList<>();
  private int requests;
  private boolean answered;
  private @Nullable String stopped;

  /**
   * Starts the time of a diagnosis.
   *
   * @param time the client's clock
   */
  public Probe(TimeSource time) {
    this.time = time;
    this.deadline = Deadline.in(time, TOTAL);
  }

  /**
   * Sends a GET, unless the diagnosis has used up its requests or its time.
   *
   * @param engine the client's engine
   * @param operation the operation's name
   * @param path the path below the base URL, with {@code {placeholders}} of the client
   * @param decoder reads the answer
   * @param input adds query parameters and headers
   * @param <T> the answer's type
   * @return what came of it; an exception of the application's own code is a reason why nothing was
   *     tried
   * @throws CanceledException when the thread is interrupted or the client is closed meanwhile
   * @throws InvalidRequestException when the client is closed
   */
  public <T> Probed<T> get(
      ApiEngine engine,
      String operation,
      String path,
      Decoder<T> decoder,
      UnaryOperator<ApiRequest<T>> input) {
    if (stopped == null && (requests >= MOST_REQUESTS || deadline.remainingNanos() <= 0)) {
      stopped = "the diagnosis has used up its " + MOST_REQUESTS + " requests or its minute";
    }
    if (stopped != null) {
      return Probed.notTried(stopped);
    }
    Seen<T> seen = new Seen<>(decoder);
    return send(engine, input.apply(ApiRequest.of(Endpoint.get(operation, path, seen))), seen);
  }

  /**
   * Adds query parameters to a request.
   *
   * @param query names and values
   * @param <T> the answer's type
   * @return an input for {@link #get}
   */
  public static <T> UnaryOperator<ApiRequest<T>> query(Map<String, ?> query) {
    return request -> {
      ApiRequest<T> asked = request;
      for (Map.Entry<String, ?> parameter : query.entrySet()) {
        asked = asked.query(parameter.getKey(), parameter.getValue());
      }
      return asked;
    };
  }

  private <T> Probed<T> send(ApiEngine engine, ApiRequest<T> request, Seen<T> seen) {
    requests++;
    try {
      T body =
          engine
              .call(request)
              .retry(RetryPolicy.none())
              .timeout(ATTEMPT)
              .deadline(Duration.ofNanos(Math.max(1, deadline.remainingNanos())))
              .execute();
      answered = true;
      return new Probed<>(seen.status, seen.headers, body, seen.content, null, null, time.now());
    } catch (CanceledException e) {
      throw e;
    } catch (CredentialException e) {
      requests--;
      return failed(e, seen);
    } catch (RateLimitWaitException e) {
      requests--;
      stopped = "the client's own rate limit has no permit left for this minute";
      return Probed.notTried(stopped);
    } catch (InvalidRequestException e) {
      if (engine.isClosed()) {
        throw e;
      }
      return ownCodeThrew(e);
    } catch (SdkException e) {
      return failed(e, seen);
    } catch (RuntimeException e) {
      return ownCodeThrew(e);
    } catch (LinkageError e) {
      requests -= seen.status == 0 ? 1 : 0;
      throw e;
    }
  }

  /** Most likely before the request was sent. The exception's message may quote a value. */
  private <T> Probed<T> ownCodeThrew(RuntimeException failure) {
    requests--;
    return Probed.notTried(
        "your own code, such as an interceptor, threw " + failure.getClass().getSimpleName());
  }

  private <T> Probed<T> failed(SdkException failure, Seen<T> seen) {
    if (failure instanceof ApiException refusal) {
      refusals.add(refusal);
    }
    answered |= seen.status > 0 || failure instanceof ApiException;
    if (failure instanceof ApiException.RateLimited) {
      stopped = "the vendor's rate limit is used up";
    }
    return new Probed<>(seen.status, seen.headers, null, seen.content, failure, null, time.now());
  }

  /**
   * The refusals so far.
   *
   * @return in the order of the requests
   */
  public List<ApiException> refusals() {
    return List.copyOf(refusals);
  }

  /**
   * The number of requests sent so far.
   *
   * @return from 0 to 15
   */
  public int requests() {
    return requests;
  }

  /**
   * Whether an answer came, of any kind.
   *
   * @return false when nothing was sent, and when all connections failed
   */
  public boolean isAnswered() {
    return answered;
  }

  /**
   * Why no further request is sent.
   *
   * @return the reason; null while requests are sent
   */
  public @Nullable String stopped() {
    return stopped;
  }

  /** Notes status, headers and content before the answer is decoded, even if that fails. */
  private static final class Seen<T> implements Decoder<T> {
    private final Decoder<T> decoder;
    private int status;
    private Headers headers = Headers.empty();
    private @Nullable Object content;

    Seen(Decoder<T> decoder) {
      this.decoder = decoder;
    }

    @Override
    public T decode(Answer answer) throws IOException {
      status = answer.status();
      headers = answer.headers();
      content = json(answer.bytes());
      return decoder.decode(answer);
    }

    private static @Nullable Object json(byte[] bytes) {
      try {
        return Json.read(bytes);
      } catch (MalformedJsonException e) {
        return null;
      }
    }
  }
}
