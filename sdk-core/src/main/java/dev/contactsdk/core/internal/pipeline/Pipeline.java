package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.error.ErrorReader;
import java.util.ArrayList;
import java.util.List;

/** The stages between a call and the network, in order. */
public final class Pipeline {
  private Pipeline() {}

  public static Interceptor.Next of(
      List<Interceptor> applications,
      RetryPolicy retry,
      RetryBudget budget,
      ErrorReader errors,
      Masking masking,
      RateLimiter limiter,
      Auth auth,
      Transport transport,
      boolean isListenedTo,
      Lifetime lifetime) {
    List<Interceptor> stages = new ArrayList<>();
    Refusals refusals = new Refusals(errors, masking);
    applications.forEach(one -> stages.add(new ApplicationStage(one, refusals)));
    stages.add(new RetryStage(retry, budget, limiter, lifetime));
    stages.add(new PermitStage(limiter, lifetime));
    if (isListenedTo) {
      stages.add(new ListenerStage());
    }
    stages.add(new AuthStage(auth));
    stages.add(new RefusalStage(refusals));
    stages.add(new LogStage(masking));
    return chain(stages, new Wire(transport, masking, lifetime::isClosed));
  }

  private static Interceptor.Next chain(List<Interceptor> stages, Interceptor.Next end) {
    Interceptor.Next next = end;
    for (int i = stages.size() - 1; i >= 0; i--) {
      Interceptor stage = stages.get(i);
      Interceptor.Next rest = next;
      next = request -> stage.intercept(request, rest);
    }
    return next;
  }
}
