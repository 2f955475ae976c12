package dev.contactsdk.sandbox;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.kore.KoreOptions;
import dev.contactsdk.sandbox.kore.KoreServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A local server for Kore.ai's contacts, agents, look-ups and contact lists that behaves as
 * documented. It checks the token, the account, the scope and every field, keeps state, refuses
 * duplicate phone numbers, and pages.
 *
 * <p>It starts with one agent group, one queue, the roles "Agent", "Administrator" and "Account
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
   * Starts a sandbox with the documented behaviour and its own credentials.
   *
   * @return the running sandbox
   * @throws java.io.UncheckedIOException when no port is available
   */
  public static KoreSandbox start() {
    return builder().start();
  }

  /**
   * Creates a builder for a sandbox with options.
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
   * Creates a client for this sandbox, with its credentials. It has no client-side limit, so tests
   * do not wait.
   *
   * @return a new client, to be closed by the caller
   */
  public KoreClient client() {
    return clientBuilder().build();
  }

  /**
   * Creates a client builder for this sandbox, for more settings.
   *
   * @return a builder with URL, credentials and clock, and no client-side limit
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
   * @return the id, 24 hexadecimal digits unless set in the builder
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
   * The client secret of the app's JWT app. Use the text as it is; do not decode it.
   *
   * @return 44 characters ending in an equals sign, unless set in the builder
   */
  public String clientSecret() {
    return server.options().clientSecret;
  }

  /**
   * The client id of the Admin Console's JWT app; only this app may list roles.
   *
   * @return the id, beginning with {@code cs-}
   */
  public String adminClientId() {
    return server.options().adminClientId;
  }

  /**
   * The client secret of the Admin Console's JWT app, which signs with HS256.
   *
   * @return 44 characters; use the text as it is
   */
  public String adminClientSecret() {
    return server.options().adminClientSecret;
  }

  /**
   * All contacts in creation order, including deleted ones (status {@code INACTIVE}).
   *
   * @return a snapshot; with seeded contacts, prefer {@link #contactCount()}
   */
  public List<Map<String, Object>> contacts() {
    return locked(server.contacts().table()::all);
  }

  /**
   * The number of contacts in a list.
   *
   * @return the number
   */
  public int contactCount() {
    return locked(server.contacts().table()::size);
  }

  /**
   * Adds contacts that are computed when they are read: a million takes about 4 MB. Their numbers
   * start at +15552000000, plus the position in the sandbox.
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
   * Adds one contact without checks.
   *
   * @param contact its fields as Kore.ai returns them (the number with the country code); missing
   *     fields are filled in
   * @return its id
   */
  public String addContact(Map<String, ?> contact) {
    return locked(() -> server.contacts().addGiven(contact));
  }

  /**
   * Removes one contact as if it had never existed.
   *
   * @param id its id
   * @return whether it existed
   */
  public boolean removeContact(String id) {
    return locked(() -> server.contacts().table().remove(id));
  }

  /**
   * All agents in creation order, with all fields that the sandbox keeps.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> agents() {
    return locked(server.agents()::all);
  }

  /**
   * Adds one agent without checks.
   *
   * @param agent its fields as in a create request; missing fields are filled in; {@code
   *     onlineStatusType} ({@code AVAILABLE}, {@code BUSY}, {@code AWAY}, {@code OFFLINE}) sets its
   *     availability
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
   * All agent groups in creation order.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> agentGroups() {
    return locked(server.lookups()::groups);
  }

  /**
   * All contact lists of campaigns in creation order.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> contactLists() {
    return locked(server.contactLists()::all);
  }

  /**
   * Adds an empty contact list.
   *
   * @param name its name
   * @param allowDuplicates whether it may hold a phone number twice
   * @return its id, beginning with {@code cl-}
   */
  public String addContactList(String name, boolean allowDuplicates) {
    return locked(() -> server.contactLists().addList(name, allowDuplicates));
  }

  /**
   * The contacts of a contact list, in creation order.
   *
   * @param contactListId the list
   * @return a snapshot
   */
  public List<Map<String, Object>> contactsOfList(String contactListId) {
    return locked(() -> List.copyOf(server.contactLists().contactsOf(contactListId)));
  }

  /**
   * Adds contacts to a contact list without checks.
   *
   * @param contactListId the list
   * @param contacts their columns, such as {@code phoneNumber}
   */
  public void addToContactList(String contactListId, List<? extends Map<String, ?>> contacts) {
    locked(
        () -> {
          contacts.forEach(one -> server.contactLists().addContact(contactListId, one));
          return contacts.size();
        });
  }

  /**
   * Adds a campaign that uses a contact list and has called nobody yet.
   *
   * @param name its name
   * @param contactListId the list
   * @return its id, beginning with {@code cd-}
   */
  public String addCampaign(String name, String contactListId) {
    return locked(() -> server.contactLists().addCampaign(name, contactListId));
  }

  /**
   * Makes a campaign one that has called all contacts of its list.
   *
   * @param campaignId the campaign
   */
  public void finishCampaign(String campaignId) {
    locked(
        () -> {
          server.contactLists().finishCampaign(campaignId);
          return campaignId;
        });
  }

  /**
   * The id of the role "Agent", for new agents.
   *
   * @return the id
   */
  public String agentRoleId() {
    return server.lookups().agentRoleId();
  }

  /**
   * The id of the initial agent group.
   *
   * @return the id, beginning with {@code ag-}
   */
  public String defaultAgentGroupId() {
    return server.lookups().firstGroupId();
  }

  /**
   * The id of the initial queue.
   *
   * @return the id, beginning with {@code qu-}
   */
  public String defaultQueueId() {
    return server.lookups().firstQueueId();
  }
}
