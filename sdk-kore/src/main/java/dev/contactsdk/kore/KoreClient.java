package dev.contactsdk.kore;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.endpoint.EndpointListCall;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.agents.KoreAgents;
import dev.contactsdk.kore.contacts.KoreContacts;
import dev.contactsdk.kore.lookups.KoreAgentGroups;
import dev.contactsdk.kore.lookups.KoreQueues;
import dev.contactsdk.kore.lookups.KoreRoles;
import dev.contactsdk.kore.lookups.KoreSkillGroups;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Kore.ai's contact centre. Safe for use by several threads; make one per account and keep it. At
 * most 60 requests a minute leave it, together with all other clients of the account in this JVM.
 * Closed by whoever built it. Prints without secrets.
 */
public final class KoreClient implements AutoCloseable {
  private final String baseUrl;
  private final String streamId;
  private final String accountId;
  private final ApiEngine engine;
  private final @Nullable ApiEngine admin;

  KoreClient(
      String baseUrl,
      String streamId,
      String accountId,
      ApiEngine engine,
      @Nullable ApiEngine admin) {
    this.baseUrl = baseUrl;
    this.streamId = streamId;
    this.accountId = accountId;
    this.engine = engine;
    this.admin = admin;
  }

  /**
   * Begins a client.
   *
   * @return a new builder
   */
  public static KoreClientBuilder builder() {
    return new KoreClientBuilder();
  }

  /**
   * Makes a client of the environment variables {@code KORE_BASE_URL}, {@code KORE_STREAM_ID},
   * {@code KORE_ACCOUNT_ID}, {@code KORE_CLIENT_ID} and {@code KORE_CLIENT_SECRET}, and, for {@link
   * #roles()}, {@code KORE_ADMIN_CLIENT_ID} and {@code KORE_ADMIN_CLIENT_SECRET}.
   *
   * @return a new client, to be closed by the caller
   * @throws InvalidRequestException when variables are missing (the message names all of them) or
   *     cannot be used
   */
  public static KoreClient fromEnv() {
    return builderFromEnv(System.getenv()).build();
  }

  /**
   * Begins a client with the settings of {@link #fromEnv()}, to which others can be added.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return a new builder
   * @throws InvalidRequestException when variables are missing; the message names all of them
   */
  public static KoreClientBuilder builderFromEnv(Map<String, String> environment) {
    return new KoreEnvironment(environment).builder();
  }

  /**
   * The contacts.
   *
   * @return their operations
   */
  public KoreContacts contacts() {
    return new KoreContacts(engine);
  }

  /**
   * The agents.
   *
   * @return their operations
   */
  public KoreAgents agents() {
    return new KoreAgents(engine, streamId, accountId);
  }

  /**
   * The groups that agents are in.
   *
   * @return their operations
   */
  public KoreAgentGroups agentGroups() {
    return new KoreAgentGroups(engine);
  }

  /**
   * The queues that agents serve.
   *
   * @return their operations
   */
  public KoreQueues queues() {
    return new KoreQueues(engine);
  }

  /**
   * The skills that agents have, by group.
   *
   * @return their operations
   */
  public KoreSkillGroups skillGroups() {
    return new KoreSkillGroups(engine);
  }

  /**
   * The roles that agents have.
   *
   * @return their operations
   * @throws InvalidRequestException when the client has no admin credentials
   */
  public KoreRoles roles() {
    if (admin == null) {
      throw new InvalidRequestException(
          "kore.roles",
          "the client has no adminCredentials(clientId, clientSecret): Kore.ai tells roles only to"
              + " a JWT app that was made in the Admin Console, and refuses the app of"
              + " credentials(...)");
    }
    return new KoreRoles(admin);
  }

  /**
   * A call of an operation that this SDK does not model, with this client's auth, limits, retries
   * and errors.
   *
   * @param endpoint the operation; {@code {streamId}} and {@code {accountId}} in its path are
   *     filled in
   * @param <T> what it answers
   * @return the call, ready to be given its input
   */
  public <T> EndpointCall<T> call(Endpoint<T> endpoint) {
    return EndpointCall.of(engine, endpoint);
  }

  /**
   * Lists an operation that this SDK does not model, page by page, with this client's auth, limits,
   * retries and errors.
   *
   * @param endpoint the operation; its decoder is {@link KoreDecoder#page}
   * @param idOf what tells one row from another; null for a row without an id
   * @param <T> the rows' type
   * @return the call: 100 rows a page unless its {@code pageSize} says otherwise
   */
  public <T> EndpointListCall<T> list(
      Endpoint<PageAnswer<T>> endpoint, Function<? super T, @Nullable String> idOf) {
    return new EndpointListCall<>(
        engine, endpoint, idOf, KoreDecoder::query, ListCall.Position.first(100, 1000));
  }

  /** Ends the calls that run and frees what the client has opened. May be called twice. */
  @Override
  public void close() {
    engine.close();
  }

  @Override
  public String toString() {
    return "KoreClient[" + baseUrl + ", streamId=" + streamId + ", accountId=" + accountId + "]";
  }
}
