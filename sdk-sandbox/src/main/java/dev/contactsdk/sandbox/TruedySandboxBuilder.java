package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.truedy.TruedyOptions;
import java.util.Set;

/** A Truedy sandbox before it starts. Made by {@link TruedySandbox#builder()}. */
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
   * @throws java.io.UncheckedIOException when the port cannot be had
   */
  public TruedySandbox start() {
    return TruedySandbox.start(new TruedyOptions(options));
  }

  /**
   * The one key that is accepted. Default: a random one.
   *
   * @param key the key
   * @return this
   */
  public TruedySandboxBuilder apiKey(String key) {
    options.apiKey = key;
    return this;
  }

  /**
   * The key may be used from these addresses only; from another one it gets status 403. Default:
   * from everywhere.
   *
   * @param addresses IP addresses in their usual text form; the sandbox's callers come from {@code
   *     127.0.0.1}
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
   * What becomes of {@code folder_id} in the creation of a contact. Default: {@link
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
   * The time in {@code meta} is called {@code timestamp}. Default: {@code ts}.
   *
   * @return this
   */
  public TruedySandboxBuilder metaTimestamp() {
    options.metaTimestamp = true;
    return this;
  }

  /**
   * Every JSON answer has a header {@code X-Request-ID}, different from {@code meta.request_id}.
   * Default: it has not.
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
   * A deletion is answered with status 204 and no body. Default: 200 and a body.
   *
   * @return this
   */
  public TruedySandboxBuilder emptyDeletes() {
    options.emptyDeletes = true;
    return this;
  }

  /**
   * The list of folders is answered whole and without {@code pagination}. Default: it is paged.
   *
   * @return this
   */
  public TruedySandboxBuilder unpagedFolders() {
    options.unpagedFolders = true;
    return this;
  }

  /**
   * An import is answered with {@code successful}, {@code failed} and a list (or null) of {@code
   * errors}. Default: with counts, as in 'Import Contacts CSV'.
   *
   * @return this
   */
  public TruedySandboxBuilder legacyImport() {
    options.legacyImport = true;
    return this;
  }

  /**
   * A phone number that is taken is refused with status 409. Default: it may be used again; the
   * vendor does not say.
   *
   * @return this
   */
  public TruedySandboxBuilder uniquePhones() {
    options.uniquePhones = true;
    return this;
  }

  /**
   * Contacts and agents are listed oldest first. Default: newest first.
   *
   * @return this
   */
  public TruedySandboxBuilder oldestFirst() {
    options.oldestFirst = true;
    return this;
  }

  /**
   * An update adds to {@code custom_fields}. Default: it replaces them.
   *
   * @return this
   */
  public TruedySandboxBuilder mergeCustomFields() {
    options.mergeCustomFields = true;
    return this;
  }

  /**
   * An update that changes nothing is refused with status 422. Default: it succeeds.
   *
   * @return this
   */
  public TruedySandboxBuilder refuseEmptyUpdates() {
    options.refuseEmptyPatch = true;
    return this;
  }

  /**
   * A null in an update leaves the field as it is. Default: it clears the field.
   *
   * @return this
   */
  public TruedySandboxBuilder ignoreNulls() {
    options.ignoreNulls = true;
    return this;
  }

  /**
   * An idempotency key only replays when nearly all headers are the same too, as in an earlier
   * backend. Default: the same key and the same JSON are enough.
   *
   * @return this
   */
  public TruedySandboxBuilder strictIdempotency() {
    options.strictIdempotency = true;
    return this;
  }
}
