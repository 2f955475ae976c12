package dev.contactsdk.sandbox;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a Kore.ai sandbox can be told before it starts. */
final class KoreOptions extends Options {

  private static final SecureRandom RANDOM = new SecureRandom();

  String streamId = "st-" + UUID.randomUUID();
  String accountId = hex24();
  String orgId = "o-" + UUID.randomUUID();
  String clientId = "cs-" + UUID.randomUUID();
  String clientSecret = secret();
  String adminClientId = "cs-" + UUID.randomUUID();
  String adminClientSecret = secret();
  String algorithm = "HS256";
  @Nullable PublicKey publicKey;
  boolean enforceJti;
  Set<KoreScope> scopes = EnumSet.allOf(KoreScope.class);
  String errorKey = "msg";
  int duplicateStatus = 400;
  @Nullable String duplicateBody;
  KoreArrayPolicy arrayPolicy = KoreArrayPolicy.ALL_OR_NOTHING;
  boolean bareObjectForOne;
  boolean listInactive;
  boolean fullBulkUpdates;
  boolean agentCreateWithId;
  boolean checkReferences;
  KoreCustomIdAnswer customIdAnswer = KoreCustomIdAnswer.AGENTS;
  int createStatus = 200;
  int limitStatus = 429;

  KoreOptions() {
    super(Paging.byPage());
  }

  KoreOptions(KoreOptions from) {
    super(from);
    streamId = from.streamId;
    accountId = from.accountId;
    orgId = from.orgId;
    clientId = from.clientId;
    clientSecret = from.clientSecret;
    adminClientId = from.adminClientId;
    adminClientSecret = from.adminClientSecret;
    algorithm = from.algorithm;
    publicKey = from.publicKey;
    enforceJti = from.enforceJti;
    scopes = Set.copyOf(from.scopes);
    errorKey = from.errorKey;
    duplicateStatus = from.duplicateStatus;
    duplicateBody = from.duplicateBody;
    arrayPolicy = from.arrayPolicy;
    bareObjectForOne = from.bareObjectForOne;
    listInactive = from.listInactive;
    fullBulkUpdates = from.fullBulkUpdates;
    agentCreateWithId = from.agentCreateWithId;
    checkReferences = from.checkReferences;
    customIdAnswer = from.customIdAnswer;
    createStatus = from.createStatus;
    limitStatus = from.limitStatus;
  }

  private static String hex24() {
    return "65" + UUID.randomUUID().toString().replace("-", "").substring(0, 22);
  }

  /** 32 random bytes in base64: 44 characters ending in an equals sign, used as text. */
  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
