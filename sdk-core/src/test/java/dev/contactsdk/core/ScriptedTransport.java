package dev.contactsdk.core;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives the answers of a script, one for each attempt, and remembers what was sent. */
public final class ScriptedTransport implements Transport {
  /** One line of the script. */
  @FunctionalInterface
  public interface Step {
    HttpResponse answer(HttpRequest request) throws IOException;
  }

  /** A request as it went out. */
  public record Sent(
      String method, String url, Map<String, String> headers, String body, Duration allowed) {}

  private final Deque<Step> script = new ArrayDeque<>();
  private final List<Sent> sent = new ArrayList<>();
  private int closed;

  public static ScriptedTransport of(Step... steps) {
    ScriptedTransport transport = new ScriptedTransport();
    for (Step step : steps) {
      transport.script.add(step);
    }
    return transport;
  }

  public static Step answer(int status, String body, String... headers) {
    return request ->
        HttpResponse.of(
            status, Headers.received(List.of(headers)), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Step ok() {
    return answer(200, "{\"id\":\"1\"}");
  }

  public static Step noConnection() {
    return request -> {
      throw new NotSentException(new ConnectException("refused"));
    };
  }

  public static Step cut() {
    return request -> {
      throw new EOFException("the connection was cut");
    };
  }

  public static Step brokenBody(int status) {
    return request ->
        new HttpResponse(
            status,
            Headers.empty(),
            new ByteArrayInputStream("{\"id\":".getBytes(StandardCharsets.UTF_8)),
            1000,
            new EOFException("the connection was cut"));
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    sent.add(record(request));
    Step step = script.poll();
    if (step == null) {
      throw new AssertionError("attempt " + sent.size() + " is not in the script");
    }
    return step.answer(request);
  }

  private static Sent record(HttpRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (request.body() != null) {
      request.body().writeTo(bytes);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(headers::put);
    return new Sent(
        request.method(),
        request.url(),
        headers,
        bytes.toString(StandardCharsets.UTF_8),
        Duration.ofNanos(request.call().attemptNanos()));
  }

  public List<Sent> sent() {
    return sent;
  }

  public Sent onlySent() {
    if (sent.size() != 1) {
      throw new AssertionError("sent " + sent.size() + " requests instead of one");
    }
    return sent.get(0);
  }

  public int timesClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed++;
  }
}
