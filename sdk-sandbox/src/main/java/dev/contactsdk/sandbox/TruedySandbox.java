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
 * Truedy's contacts, folders, import and agents as a local server that behaves as documented: it
 * checks the key and every field, keeps state, pages, and replays an agent's creation by its
 * idempotency key.
 *
 * <p>Starts empty.
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
   * Starts a sandbox with everything as documented, and a key of its own.
   *
   * @return the running sandbox
   * @throws java.io.UncheckedIOException when no port can be had
   */
  public static TruedySandbox start() {
    return builder().start();
  }

  /**
   * Begins a sandbox with options.
   *
   * @return a new builder
   */
  public static TruedySandboxBuilder builder() {
    return new TruedySandboxBuilder();
  }

  /**
   * What a client is configured with as Truedy's base URL.
   *
   * @return the URL, ending in {@code /api/public/v1} as the documented one does
   */
  @Override
  public String baseUrl() {
    return origin() + TruedyServer.BASE;
  }

  /**
   * A client of this sandbox, with its key and without a client-side limit, so that no test waits
   * for one.
   *
   * @return a new client, to be closed by the caller
   */
  public TruedyClient client() {
    return clientBuilder().build();
  }

  /**
   * Begins a client of this sandbox with settings of the test's own.
   *
   * @return a builder that has address, key and clock, and no client-side limit
   */
  public TruedyClient.Builder clientBuilder() {
    return TruedyClient.builder()
        .baseUrl(baseUrl())
        .apiKey(apiKey())
        .rateLimiter(RateLimiter.unlimited())
        .timeSource(timeSource());
  }

  /**
   * The one key that the sandbox accepts.
   *
   * @return the key, beginning with {@code truedy_} unless the builder was told otherwise
   */
  public String apiKey() {
    return server.options().apiKey;
  }

  /**
   * Every contact in the order of their making, with the fields that have a value, under the names
   * of the response schema ({@code phone_number}, {@code first_name}, {@code custom_fields}), and
   * {@code folder_id}.
   *
   * @return a snapshot; with seeded contacts rather use {@link #contactCount()}
   */
  public List<Map<String, Object>> contacts() {
    return locked(server.contacts()::all);
  }

  /**
   * How many contacts there are.
   *
   * @return the number
   */
  public int contactCount() {
    return locked(server.contacts()::size);
  }

  /**
   * Adds contacts in no folder that are computed when they are read, so that a million of them
   * takes some 4 MB. Their numbers run from +15552000000 upwards, by the position in the sandbox.
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
   * The same, in a folder.
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
   * Adds one contact as it is, without any check.
   *
   * @param contact its fields, named as in {@link #contacts()}; id and time are filled in when left
   *     out
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
   * Takes one contact out.
   *
   * @param id its id
   * @return whether it was there
   */
  public boolean removeContact(String id) {
    return locked(() -> server.contacts().remove(id));
  }

  /**
   * Every folder in the order of their making, with its {@code contact_count}.
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
   * Every agent in the order of their making.
   *
   * @return a snapshot
   */
  public List<Map<String, Object>> agents() {
    return locked(server.agents()::all);
  }

  /**
   * Adds one agent without any check.
   *
   * @param agent its fields; what is left out is filled in where the vendor has a default
   * @return its id
   */
  public String addAgent(Map<String, ?> agent) {
    return locked(() -> server.agents().add(agent));
  }
}
