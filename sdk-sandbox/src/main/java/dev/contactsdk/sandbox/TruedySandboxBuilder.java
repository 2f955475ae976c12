package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.truedy.TruedyOptions;
import java.util.Set;

/** Options of a Truedy sandbox. Created by {@link TruedySandbox#builder()}. */
public final class TruedySandboxBuilder extends SandboxBuilder<TruedySandboxBuilder> {

  private final TruedyOptions options = new TruedyOptions();

  TruedySandboxBuilder() {}

  @Override
  Options options() {
    return options;
  }

  @Override
  TruedySandboxBuilder self() {
    return this;
  }

  /**
   * Starts a sandbox with these options.
   *
   * @return the running sandbox
   * @throws java.io.UncheckedIOException when the port is not available
   */
  public TruedySandbox start() {
    return TruedySandbox.start(new TruedyOptions(options));
  }

  /**
   * The only accepted key. Default: a random one.
   *
   * @param key the key
   * @return this
   */
  public TruedySandboxBuilder apiKey(String key) {
    options.apiKey = key;
    return this;
  }

  /**
   * Accepts the key only from these addresses; others get status 403. Default: any address.
   *
   * @param addresses IP addresses as text; the sandbox's callers have {@code 127.0.0.1}
   * @return this
   */
  public TruedySandboxBuilder allowedAddresses(String... addresses) {
    options.allowedAddresses = Set.of(addresses);
    return this;
  }

  /**
   * The shape of contacts in answers. Default: {@link TruedyContactShape#SCHEMA}.
   *
   * @param shape the shape
   * @return this
   */
  public TruedySandboxBuilder contactShape(TruedyContactShape shape) {
    options.contactShape = shape.shape;
    return this;
  }

  /**
   * The shape of errors. Default: {@link TruedyErrorShape#GUIDE}.
   *
   * @param shape the shape
   * @return this
   */
  public TruedySandboxBuilder errorShape(TruedyErrorShape shape) {
    options.errorShape = shape.shape;
    return this;
  }

  /**
   * How {@code folder_id} is treated when a contact is created. Default: {@link
   * TruedyFolderPolicy#OPTIONAL}.
   *
   * @param policy the policy
   * @return this
   */
  public TruedySandboxBuilder folderPolicy(TruedyFolderPolicy policy) {
    options.ignoreFolder = policy == TruedyFolderPolicy.IGNORED;
    options.requireFolder = policy == TruedyFolderPolicy.REQUIRED;
    return this;
  }

  /**
   * Names the time in {@code meta} {@code timestamp}. Default: {@code ts}.
   *
   * @return this
   */
  public TruedySandboxBuilder metaTimestamp() {
    options.metaTimestamp = true;
    return this;
  }

  /**
   * Adds a header {@code X-Request-ID} to every JSON answer, different from {@code
   * meta.request_id}. Default: no header.
   *
   * @return this
   */
  public TruedySandboxBuilder requestIdHeader() {
    options.requestIdHeader = true;
    return this;
  }

  /**
   * The status of a successful creation. Default: 201; an earlier backend used 200.
   *
   * @param status the HTTP status
   * @return this
   */
  public TruedySandboxBuilder createStatus(int status) {
    options.createStatus = status;
    return this;
  }

  /**
   * Answers a delete with status 204 and no body. Default: 200 and a body.
   *
   * @return this
   */
  public TruedySandboxBuilder emptyDeletes() {
    options.emptyDeletes = true;
    return this;
  }

  /**
   * Returns all folders at once, without {@code pagination}, and each with {@code updated_at}, as
   * on the page 'Contacts'. Default: in pages, without {@code updated_at}.
   *
   * @return this
   */
  public TruedySandboxBuilder unpagedFolders() {
    options.unpagedFolders = true;
    return this;
  }

  /**
   * Answers an import with {@code successful}, {@code failed} and a list (or null) of {@code
   * errors}. Default: with counts, as in 'Import Contacts (CSV)'.
   *
   * @return this
   */
  public TruedySandboxBuilder legacyImport() {
    options.legacyImport = true;
    return this;
  }

  /**
   * The forms of an import that are taken. The older form is always answered as with {@link
   * #legacyImport()}. Default: {@link TruedyImportForm#CURRENT}.
   *
   * @param form the form
   * @return this
   */
  public TruedySandboxBuilder importForm(TruedyImportForm form) {
    options.multipartImport = form.multipart;
    options.jsonImport = form.json;
    return this;
  }

  /**
   * Refuses a duplicate phone number with status 409. Default: accepts it. The vendor does not
   * document it.
   *
   * @return this
   */
  public TruedySandboxBuilder uniquePhones() {
    options.uniquePhones = true;
    return this;
  }

  /**
   * Lists contacts and agents oldest first. Default: newest first.
   *
   * @return this
   */
  public TruedySandboxBuilder oldestFirst() {
    options.oldestFirst = true;
    return this;
  }

  /**
   * Merges {@code custom_fields} in an update. Default: replaces them.
   *
   * @return this
   */
  public TruedySandboxBuilder mergeCustomFields() {
    options.mergeCustomFields = true;
    return this;
  }

  /**
   * Refuses an update that changes nothing, with status 422. Default: accepts it.
   *
   * @return this
   */
  public TruedySandboxBuilder refuseEmptyUpdates() {
    options.refuseEmptyPatch = true;
    return this;
  }

  /**
   * Ignores a null in an update. Default: a null clears the field.
   *
   * @return this
   */
  public TruedySandboxBuilder ignoreNulls() {
    options.ignoreNulls = true;
    return this;
  }

  /**
   * Replays an idempotency key only if nearly all headers are also the same, like an earlier
   * backend. Default: the same key and the same JSON are enough.
   *
   * @return this
   */
  public TruedySandboxBuilder strictIdempotency() {
    options.strictIdempotency = true;
    return this;
  }
}
