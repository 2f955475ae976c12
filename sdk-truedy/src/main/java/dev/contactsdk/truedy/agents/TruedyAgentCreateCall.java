package dev.contactsdk.truedy.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.BaseCall;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates an agent. All attempts of a run carry the same idempotency key, so a retry cannot create
 * a second agent.
 *
 * <p>Each run has its own random key, and so creates its own agent, unless you set one with {@link
 * #idempotencyKey(String)}. To repeat a run after the process died, or after a failure of unknown
 * outcome, set a key and store it. Truedy keeps keys for minutes to hours.
 *
 * <p>Source: Truedy, "Create Agent" and "Idempotency".
 */
@CheckReturnValue
public final class TruedyAgentCreateCall extends BaseCall<TruedyAgent, TruedyAgentCreateCall> {
  private static final String KEY_HEADER = "X-Idempotency-Key";
  private static final JsonType<Envelope<TruedyAgent>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyAgent> CREATE =
      Endpoint.post("truedy.agents.create", "/agents", Answers.one(ANSWER))
          .effect(Effect.REPEATABLE_WRITE);

  private final NewTruedyAgent agent;
  private final @Nullable String key;

  TruedyAgentCreateCall(
      ApiEngine engine, CallOptions options, NewTruedyAgent agent, @Nullable String key) {
    super(engine, options);
    this.agent = agent;
    this.key = key;
  }

  /**
   * Sets the idempotency key for every run, in place of a random key per run. Another run then
   * returns the agent that was created first. Truedy does not define what happens if you use a key
   * for two different agents.
   *
   * @param key any unique text; a UUID is recommended
   * @return a changed copy
   * @throws InvalidRequestException when it is blank, or cannot be sent in a header
   */
  public TruedyAgentCreateCall idempotencyKey(String key) {
    Headers.empty().with(KEY_HEADER, Checks.notBlank(CREATE.operation(), KEY_HEADER, key));
    return new TruedyAgentCreateCall(engine(), options(), agent, key);
  }

  @Override
  protected TruedyAgentCreateCall with(CallOptions changed) {
    return new TruedyAgentCreateCall(engine(), changed, agent, key);
  }

  @Override
  protected ApiResponse<TruedyAgent> run(CallScope scope) {
    String keyOfRun = key == null ? UUID.randomUUID().toString() : key;
    ApiRequest<TruedyAgent> request =
        ApiRequest.of(CREATE).header(KEY_HEADER, keyOfRun).json(agent);
    return engine().send(request, scope);
  }

  @Override
  public String toString() {
    return CREATE.toString();
  }
}
