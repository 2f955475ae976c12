package dev.contactsdk.sandbox;

import java.security.SecureRandom;
import java.util.Set;

/** What a Truedy sandbox can be told before it starts. */
final class TruedyOptions extends Options {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  String apiKey = key();
  Set<String> allowedAddresses = Set.of();
  TruedyContactShape contactShape = TruedyContactShape.SCHEMA;
  TruedyErrorShape errorShape = TruedyErrorShape.GUIDE;
  TruedyFolderPolicy folderPolicy = TruedyFolderPolicy.OPTIONAL;
  boolean metaTimestamp;
  boolean requestIdHeader;
  int createStatus = 201;
  boolean emptyDeletes;
  boolean unpagedFolders;
  boolean legacyImport;
  boolean uniquePhones;
  boolean oldestFirst;
  boolean mergeCustomFields;
  boolean refuseEmptyPatch;
  boolean ignoreNulls;
  boolean strictIdempotency;

  TruedyOptions() {
    super(Paging.bySkip());
  }

  TruedyOptions(TruedyOptions from) {
    super(from);
    apiKey = from.apiKey;
    allowedAddresses = Set.copyOf(from.allowedAddresses);
    contactShape = from.contactShape;
    errorShape = from.errorShape;
    folderPolicy = from.folderPolicy;
    metaTimestamp = from.metaTimestamp;
    requestIdHeader = from.requestIdHeader;
    createStatus = from.createStatus;
    emptyDeletes = from.emptyDeletes;
    unpagedFolders = from.unpagedFolders;
    legacyImport = from.legacyImport;
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
