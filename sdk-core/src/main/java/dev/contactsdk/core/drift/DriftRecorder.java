package dev.contactsdk.core.drift;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.spi.error.DuplicateText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that notes the shapes of a vendor's answers, to compare them with the documented
 * ones: which properties there are, of which kinds and formats, and how often. It never records a
 * value. Add the vendor's recorder to a client, make calls, and read {@link #report()}.
 *
 * <p>A property name that is not documented is recorded only if it looks like one: short, lower
 * case or camel case. Others, and all names at a place with many new ones, are counted as {@code
 * *}. Nothing inside a new property, or inside an object whose names are data, is recorded.
 *
 * <p>It sees each call's last answer, not those before a retry. It does not change an answer, and
 * its own failures do not reach the call. The memory that it needs does not grow with the number of
 * answers. Thread-safe; one recorder may serve several clients of a vendor.
 */
public final class DriftRecorder implements Interceptor {
  private final DocumentedShapes shapes;
  private final List<Contradiction> contradictions;
  private final boolean hideNewNames;
  private final Map<String, Map<String, Answers>> answers = new ConcurrentHashMap<>();
  private final LongAdder others = new LongAdder();

  private DriftRecorder(
      DocumentedShapes shapes, List<Contradiction> contradictions, boolean hideNewNames) {
    this.shapes = shapes;
    this.contradictions = contradictions;
    this.hideNewNames = hideNewNames;
  }

  /**
   * Creates a recorder. The vendors' modules have their own, made from the vendor's pages.
   *
   * @param shapes the documented shapes; operations that they do not have are only counted
   * @param contradictions what the report answers
   * @return a recorder that has seen nothing
   * @throws IllegalArgumentException when a contradiction's sign is about a place in an object that
   *     the shapes do not have
   */
  public static DriftRecorder of(DocumentedShapes shapes, List<Contradiction> contradictions) {
    contradictions.forEach(one -> one.refuseUnlessDocumented(shapes));
    return new DriftRecorder(shapes, List.copyOf(contradictions), false);
  }

  /**
   * Creates a recorder that records no name that is not documented, whatever it looks like.
   *
   * @return a recorder that has seen nothing
   */
  public DriftRecorder hidingNewNames() {
    return new DriftRecorder(shapes, contradictions, true);
  }

  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response;
    try {
      response = next.proceed(request);
    } catch (ApiException e) {
      note(request.call().operation(), e);
      throw e;
    }
    return noted(request.call().operation(), response);
  }

  private HttpResponse noted(String operation, HttpResponse response) {
    try {
      Answers place = answers(operation, "2xx", shapes.of(operation));
      if (place != null) {
        place.add(
            response.status(), name -> response.headers().get(name) != null, response.bytes());
      }
    } catch (IOException e) {
      return unreadable(response, e);
    } catch (RuntimeException e) {
      others.increment();
    }
    return response;
  }

  /** The body was read in vain; the decoder meets the same failure. */
  private static HttpResponse unreadable(HttpResponse response, IOException failure) {
    InputStream body =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw failure;
          }
        };
    return new HttpResponse(
        response.status(),
        response.headers(),
        body,
        HttpResponse.DEFAULT_MAX_BYTES,
        response.bodyFailure());
  }

  private void note(String operation, ApiException refusal) {
    try {
      Shape documented = shapes.of(operation) == null ? null : shapes.of(DocumentedShapes.ERRORS);
      Answers place = answers(operation, statusClass(refusal.status()), documented);
      String body = refusal.rawBody();
      if (place != null) {
        place.refused(refusal.getClass().getSimpleName(), refusal.status());
        if (saysDuplicate(refusal)) {
          place.note(Answers.DUPLICATE);
        }
        place.add(
            refusal.status(),
            name -> refusal.headers().containsKey(name),
            body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
      }
    } catch (RuntimeException e) {
      others.increment();
    }
  }

  private static boolean saysDuplicate(ApiException refusal) {
    return Stream.concat(
            Stream.of(String.valueOf(refusal.reason())),
            refusal.fieldErrors().stream().map(FieldError::message))
        .anyMatch(text -> DuplicateText.PATTERN.matcher(text).find());
  }

  private static String statusClass(int status) {
    return switch (status) {
      case 409, 422, 429 -> String.valueOf(status);
      default -> status / 100 >= 1 && status / 100 <= 5 ? status / 100 + "xx" : "other";
    };
  }

  private @Nullable Answers answers(
      String operation, String statusClass, @Nullable Shape documented) {
    if (documented == null) {
      others.increment();
      return null;
    }
    return answers
        .computeIfAbsent(operation, o -> new ConcurrentHashMap<>())
        .computeIfAbsent(statusClass, c -> new Answers(documented, hideNewNames));
  }

  /**
   * Reports what was seen so far.
   *
   * @return a report, which does not change when more answers come
   */
  public DriftReport report() {
    return ReportMaker.report(answers, contradictions, others.sum());
  }

  @Override
  public String toString() {
    return "DriftRecorder[operations=" + answers.size() + "]";
  }
}
