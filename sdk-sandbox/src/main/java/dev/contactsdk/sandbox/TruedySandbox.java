package dev.contactsdk.sandbox;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.sandbox.truedy.TruedyContactTable;
import dev.contactsdk.sandbox.truedy.TruedyOptions;
import dev.contactsdk.sandbox.truedy.TruedyServer;
import dev.contactsdk.truedy.TruedyClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A local server for Truedy's contacts, folders, import and agents that behaves as documented. It
 * checks the key and every field, keeps state, pages, and replays an agent's creation by its
 * idempotency key.
 *
 * <p>It starts empty.
 */
public final class TruedySandbox extends Sandbox {

  private final TruedyServer server;

  private TruedySandbox(TruedyServer server, TruedyOptions options) {
    super(server, options, new ReentrantLock());
    this.server = server;
    server.lookUpAddresses(this::remoteAddress);
  }

  static TruedySandbox start(TruedyOptions options) {
    return new TruedySandbox(new TruedyServer(options), options);
  }

  /**
   * Starts a sandbox with the documented behaviour and its own key.
   *
   * @return the running sandbox
   * @throws java.io.UncheckedIOException when no port is available
   */
  public static TruedySandbox start() {
    return builder().start();
  }

  /**
   * Creates a builder for a sandbox with options.
   *
   * @return a new builder
   */
  public static TruedySandboxBuilder builder() {
    return new TruedySandboxBuilder();
  }

  /**
   * The base URL for a client.
   *
   * @return the URL, ending in {@code /api/public/v1} like the documented one
   */
  @Override
  public String baseUrl() {
    return origin() + TruedyServer.BASE;
  }

  /**
   * Creates a client for this sandbox, with its key. It has no client-side limit, so tests do not
   * wait.
   *
   * @return a new client, to be closed by the caller
   */
  public TruedyClient client() {
    return clientBuilder().build();
  }

  /**
   * Creates a client builder for this sandbox, for more settings.
   *
   * @return a builder with URL, key and clock, and no client-side limit
   */
  public TruedyClient.Builder clientBuilder() {
    return TruedyClient.builder()
        .baseUrl(baseUrl())
        .apiKey(apiKey())
        .rateLimiter(RateLimiter.unlimited())
        .timeSource(timeSource());
  }

  /**
   * The only key that the sandbox accepts.
   *
   * @return the key, beginning with {@code truedy_} unless set in the builder
   */
  public String apiKey() {
    return server.options().apiKey;
  }

  /**
   * All contacts in creation order, with the fields that have a value. Names are those of the
   * response schema ({@code phone_number}, {@code first_name}, {@code custom_fields}), and {@code
   * folder_id}.
   *
   * @return a snapshot; with seeded contacts, prefer {@link #contactCount()}
   */
  public List<Map<String, Object>> contacts() {
    return locked(server.contacts()::all);
  }

  /**
   * The number of contacts.
   *
   * @return the number
   */
  public int contactCount() {
    return locked(server.contacts()::size);
  }

  /**
   * Adds contacts without a folder that are computed when they are read: a million takes about 4
   * MB. Their numbers start at +15552000000, plus the position in the sandbox.
   *
   * @param count how many
   */
  public void seedContacts(int count) {
    locked(
        () -> {
          server.contacts().seed(count, null);
          return count;
        });
  }

  /**
   * Adds computed contacts to a folder.
   *
   * @param count how many
   * @param folderId the folder's id
   */
  public void seedContacts(int count, String folderId) {
    locked(
        () -> {
          server.contacts().seed(count, folderId);
          return count;
        });
  }

  /**
   * Adds one contact without checks.
   *
   * @param contact its fields, named as in {@link #contacts()}; a missing id or time is filled in
   * @return its id
   */
  public String addContact(Map<String, ?> contact) {
    return locked(
        () -> {
          TruedyContactTable table = server.contacts();
          return String.valueOf(table.row(table.add(contact)).get("id"));
        });
  }

  /**
   * Removes one contact.
   *
   * @param id its id
   * @return whether it existed
   */
  public boolean removeContact(String id) {
    return locked(() -> server.contacts().remove(id));
  }

  /**
   * All folders in creation order, with {@code contact_count}.
   *
   * @return a snapshot; a missing description is null
   */
  public List<Map<String, Object>> folders() {
    return locked(server.folders()::all);
  }

  /**
   * Adds a folder.
   *
   * @param name its name
   * @return its id
   */
  public String addFolder(String name) {
    return locked(() -> server.folders().add(name));
  }

  /**
   * All agents in creation order.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> agents() {
    return locked(server.agents()::all);
  }

  /**
   * Adds one agent without checks.
   *
   * @param agent its fields; missing fields get the vendor's default, if it has one
   * @return its id
   */
  public String addAgent(Map<String, ?> agent) {
    return locked(() -> server.agents().add(agent));
  }
}
