package dev.contactsdk.core.spi;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.ResponseTooLargeException;
import dev.contactsdk.core.internal.pipeline.CallContext;
import dev.contactsdk.core.internal.pipeline.Refusals;
import dev.contactsdk.core.internal.pipeline.RequestIds;
import dev.contactsdk.core.internal.pipeline.SeveralRecords;
import dev.contactsdk.core.internal.pipeline.UnreadableSuccess;
import dev.contactsdk.core.internal.privacy.Mask;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the answer of a success, which may still be a refusal, or be unreadable. */
record AnswerDecoder(EngineConfig config) {
  <T> T decode(Endpoint<T> endpoint, Answer answer, HttpResponse response, HttpRequest request) {
    if (response.isInconclusive() && request.call().effect() == Effect.DELETE) {
      String why = "the status does not say that the delete is done";
      throw unreadable(response, request, why, false);
    }
    try {
      return endpoint.decoder().decode(answer);
    } catch (UnusableAnswerException e) {
      ApiException refusal =
          new Refusals(config.errors(), config.masking())
              .inSuccess(request, response, e.answer(), e.isAboutSeveral());
      if (refusal instanceof ApiException.RateLimited) {
        config.limiter().pause(config.time().nanoTime(), refusal.retryAfter());
      }
      if (refusal != null) {
        throw refusal;
      }
      Outcome read = UnreadableSuccess.outcome(request, response);
      boolean open = e.isContradiction() && read == Outcome.APPLIED;
      Outcome outcome = open ? Outcome.UNKNOWN : read;
      boolean sealed = SealedText.isIn(e.answer());
      throw unreadable(response, request, outcome, e.getMessage(), sealed);
    } catch (MalformedJsonException e) {
      throw unreadable(response, request, e.getMessage(), e.isNoJson() && !isPage(response));
    } catch (ResponseTooLargeException e) {
      throw unreadable(response, request, e.getMessage(), false);
    } catch (IOException | RuntimeException e) {
      String why = "it cannot be read (" + e.getClass().getSimpleName() + ")";
      throw unreadable(response, request, why, false);
    }
  }

  private static boolean isPage(HttpResponse response) {
    String type = response.headers().get("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).contains("html");
  }

  private ResponseFormatException unreadable(
      HttpResponse response, HttpRequest request, @Nullable String why, boolean sealed) {
    Outcome outcome = UnreadableSuccess.outcome(request, response);
    return unreadable(response, request, outcome, why, sealed);
  }

  /** Leaves out the cause, because its message may quote the body. */
  private ResponseFormatException unreadable(
      HttpResponse response,
      HttpRequest request,
      Outcome outcome,
      @Nullable String why,
      boolean sealed) {
    Mask mask = CallContext.mask(config.masking(), request);
    return new ResponseFormatException(
        CallContext.of(request).failure(outcome, mask.id(RequestIds.in(response.headers()))),
        "HTTP "
            + response.status()
            + " with an undocumented answer: "
            + why
            + "; content type "
            + mask.text(response.headers().get("Content-Type")),
        null,
        hint(request, sealed));
  }

  private @Nullable String hint(HttpRequest request, boolean sealed) {
    String setting = sealed ? config.unreadableHint() : null;
    String advice = SeveralRecords.advice(request);
    if (setting == null || advice == null) {
      return setting == null ? advice : setting;
    }
    return advice + " " + setting;
  }
}
