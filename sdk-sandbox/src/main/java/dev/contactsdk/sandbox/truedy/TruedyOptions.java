package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.engine.PagingRules;
import java.security.SecureRandom;
import java.util.Set;

/** The options of a Truedy sandbox. */
public final class TruedyOptions extends Options {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  public String apiKey = key();
  public Set<String> allowedAddresses = Set.of();
  public ContactShape contactShape = ContactShape.SCHEMA;
  public ErrorShape errorShape = ErrorShape.GUIDE;
  public boolean ignoreFolder;
  public boolean requireFolder;
  public boolean metaTimestamp;
  public boolean requestIdHeader;
  public int createStatus = 201;
  public boolean emptyDeletes;
  public boolean unpagedFolders;
  public boolean legacyImport;
  public boolean multipartImport = true;
  public boolean jsonImport;
  public boolean uniquePhones;
  public boolean oldestFirst;
  public boolean mergeCustomFields;
  public boolean refuseEmptyPatch;
  public boolean ignoreNulls;
  public boolean strictIdempotency;

  public TruedyOptions() {
    super(PagingRules.of(PagingRules.Style.SKIP));
  }

  public TruedyOptions(TruedyOptions from) {
    super(from);
    apiKey = from.apiKey;
    allowedAddresses = Set.copyOf(from.allowedAddresses);
    contactShape = from.contactShape;
    errorShape = from.errorShape;
    ignoreFolder = from.ignoreFolder;
    requireFolder = from.requireFolder;
    metaTimestamp = from.metaTimestamp;
    requestIdHeader = from.requestIdHeader;
    createStatus = from.createStatus;
    emptyDeletes = from.emptyDeletes;
    unpagedFolders = from.unpagedFolders;
    legacyImport = from.legacyImport;
    multipartImport = from.multipartImport;
    jsonImport = from.jsonImport;
    uniquePhones = from.uniquePhones;
    oldestFirst = from.oldestFirst;
    mergeCustomFields = from.mergeCustomFields;
    refuseEmptyPatch = from.refuseEmptyPatch;
    ignoreNulls = from.ignoreNulls;
    strictIdempotency = from.strictIdempotency;
  }

  private static String key() {
    StringBuilder key = new StringBuilder("truedy_");
    for (int i = 0; i < 32; i++) {
      key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return key.toString();
  }
}
