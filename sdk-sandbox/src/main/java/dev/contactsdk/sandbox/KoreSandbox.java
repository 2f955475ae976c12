package dev.contactsdk.sandbox;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.kore.KoreOptions;
import dev.contactsdk.sandbox.kore.KoreServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Kore.ai's contacts, agents and look-ups as a local server that behaves as documented: it checks
 * the token, the account, the scope and every field, keeps state, refuses a phone number twice, and
 * pages.
 *
 * <p>Starts with one agent group, one queue, the roles "Agent", "Administrator" and "Account
 * Admin", and no contacts.
 */
public final class KoreSandbox extends Sandbox {

  private final KoreServer server;

  private KoreSandbox(KoreServer server, KoreOptions options) {
    super(server, options, new ReentrantLock());
    this.server = server;
  }

  static KoreSandbox start(KoreOptions options) {
    return new KoreSandbox(new KoreServer(options), options);
  }

  /**
   * Starts a sandbox with everything as documented, and credentials of its own.
   *
   * @return the running sandbox
   * @throws java.io.UncheckedIOException when no port can be had
   */
  public static KoreSandbox start() {
    return builder().start();
  }

  /**
   * Begins a sandbox with options.
   *
   * @return a new builder
   */
  public static KoreSandboxBuilder builder() {
    return new KoreSandboxBuilder();
  }

  @Override
  public String baseUrl() {
    return origin();
  }

  /**
   * A client of this sandbox, with its credentials and without a client-side limit, so that no test
   * waits for one.
   *
   * @return a new client, to be closed by the caller
   */
  public KoreClient client() {
    return clientBuilder().build();
  }

  /**
   * Begins a client of this sandbox with settings of the test's own.
   *
   * @return a builder that has address, credentials and clock, and no client-side limit
   */
  public KoreClient.Builder clientBuilder() {
    return KoreClient.builder()
        .baseUrl(baseUrl())
        .streamId(streamId())
        .accountId(accountId())
        .credentials(clientId(), clientSecret())
        .adminCredentials(adminClientId(), adminClientSecret())
        .rateLimiter(RateLimiter.unlimited())
        .adminRateLimiter(RateLimiter.unlimited())
        .timeSource(timeSource());
  }

  /**
   * The stream (app) that this sandbox serves.
   *
   * @return the id, beginning with {@code st-}
   */
  public String streamId() {
    return server.options().streamId;
  }

  /**
   * The account that the {@code accountId} header must name.
   *
   * @return the id, 24 hexadecimal digits unless the builder was told otherwise
   */
  public String accountId() {
    return server.options().accountId;
  }

  /**
   * The organisation, needed to list agents.
   *
   * @return the id, beginning with {@code o-}
   */
  public String orgId() {
    return server.options().orgId;
  }

  /**
   * The client id of the app's JWT app.
   *
   * @return the id, beginning with {@code cs-}
   */
  public String clientId() {
    return server.options().clientId;
  }

  /**
   * The client secret of the app's JWT app, to be used as the text that it is.
   *
   * @return 44 characters, the last of them an equals sign, unless the builder was told otherwise
   */
  public String clientSecret() {
    return server.options().clientSecret;
  }

  /**
   * The client id of the Admin Console's JWT app, which alone may list roles.
   *
   * @return the id, beginning with {@code cs-}
   */
  public String adminClientId() {
    return server.options().adminClientId;
  }

  /**
   * The client secret of the Admin Console's JWT app; signs with HS256.
   *
   * @return 44 characters, used as the text that they are
   */
  public String adminClientSecret() {
    return server.options().adminClientSecret;
  }

  /**
   * Every contact, deleted ones (status {@code INACTIVE}) included, in the order of their making.
   *
   * @return a snapshot; with seeded contacts rather use {@link #contactCount()}
   */
  public List<Map<String, Object>> contacts() {
    return locked(server.contacts().table()::all);
  }

  /**
   * How many contacts a listing holds.
   *
   * @return the number
   */
  public int contactCount() {
    return locked(server.contacts().table()::size);
  }

  /**
   * Adds contacts that are computed when they are read, so that a million of them takes some 4 MB.
   * Their numbers run from +15552000000 upwards, by the position in the sandbox.
   *
   * @param count how many
   */
  public void seedContacts(int count) {
    locked(
        () -> {
          server.contacts().table().seed(count);
          return count;
        });
  }

  /**
   * Adds one contact as it is, without any check.
   *
   * @param contact its fields as Kore.ai answers them (the number with the country code); what is
   *     left out is filled in
   * @return its id
   */
  public String addContact(Map<String, ?> contact) {
    return locked(() -> server.contacts().addGiven(contact));
  }

  /**
   * Takes one contact out as if it had never been there.
   *
   * @param id its id
   * @return whether it was there
   */
  public boolean removeContact(String id) {
    return locked(() -> server.contacts().table().remove(id));
  }

  /**
   * Every agent in the order of their making, with all fields that the sandbox keeps.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> agents() {
    return locked(server.agents()::all);
  }

  /**
   * Adds one agent without any check.
   *
   * @param agent its fields as in a create request; what is left out is filled in; {@code
   *     onlineStatusType} ({@code AVAILABLE}, {@code BUSY}, {@code AWAY}, {@code OFFLINE}) is what
   *     availability goes by
   * @return its id, beginning with {@code a-}
   */
  public String addAgent(Map<String, ?> agent) {
    return locked(() -> server.agents().add(agent));
  }

  /**
   * Adds an agent group.
   *
   * @param name its name
   * @return its id, beginning with {@code ag-}
   */
  public String addAgentGroup(String name) {
    return locked(() -> server.lookups().addGroup(name, name + " group", false));
  }

  /**
   * Adds a queue.
   *
   * @param name its name
   * @return its id, beginning with {@code qu-}
   */
  public String addQueue(String name) {
    return locked(() -> server.lookups().addQueue(name, false));
  }

  /**
   * Adds a skill group.
   *
   * @param name its name
   * @return its id
   */
  public String addSkillGroup(String name) {
    return locked(() -> server.lookups().addSkillGroup(name));
  }

  /**
   * Adds a skill to a group.
   *
   * @param skillGroupId the group's id
   * @param name the skill's name
   * @return its id
   */
  public String addSkill(String skillGroupId, String name) {
    return locked(() -> server.lookups().addSkill(skillGroupId, name));
  }

  /**
   * Adds a role for agents.
   *
   * @param name its name
   * @return its id
   */
  public String addRole(String name) {
    return locked(() -> server.lookups().addRole(name, "bot"));
  }

  /**
   * The id of the role "Agent", which a new agent may be given.
   *
   * @return the id
   */
  public String agentRoleId() {
    return server.lookups().agentRoleId();
  }

  /**
   * The id of the agent group that is there from the start.
   *
   * @return the id, beginning with {@code ag-}
   */
  public String defaultAgentGroupId() {
    return server.lookups().firstGroupId();
  }

  /**
   * The id of the queue that is there from the start.
   *
   * @return the id, beginning with {@code qu-}
   */
  public String defaultQueueId() {
    return server.lookups().firstQueueId();
  }
}
