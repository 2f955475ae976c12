package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.engine.PagingRules;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The options of a Kore.ai sandbox. */
public final class KoreOptions extends Options {

  private static final SecureRandom RANDOM = new SecureRandom();

  public String streamId = "st-" + UUID.randomUUID();
  public String accountId = hex24();
  public String orgId = "o-" + UUID.randomUUID();
  public String clientId = "cs-" + UUID.randomUUID();
  public String clientSecret = secret();
  public String adminClientId = "cs-" + UUID.randomUUID();
  public String adminClientSecret = secret();
  public String algorithm = "HS256";
  public @Nullable PublicKey publicKey;
  public boolean enforceJti;
  public Set<String> scopes =
      Set.of(
          Scopes.CONFIGURATION,
          Scopes.SMARTASSIST_ANALYTICS,
          Scopes.CAMPAIGN_MANAGEMENT,
          Scopes.WFM_INTEGRATION,
          Scopes.ROLE_MANAGEMENT);
  public String errorKey = "msg";
  public int duplicateStatus = 400;
  public @Nullable String duplicateBody;
  public boolean skipTakenNumbers;
  public boolean keepBeforeTakenNumber;
  public boolean bareObjectForOne;
  public boolean listInactive;
  public boolean listAsOtherPages;
  public boolean fullBulkUpdates;
  public boolean agentCreateWithId;
  public boolean checkReferences;
  public boolean customIdFindsOne;
  public boolean customIdFindsIds;
  public int createStatus = 200;
  public int limitStatus = 429;

  public KoreOptions() {
    super(PagingRules.of(PagingRules.Style.PAGE));
  }

  public KoreOptions(KoreOptions from) {
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
    skipTakenNumbers = from.skipTakenNumbers;
    keepBeforeTakenNumber = from.keepBeforeTakenNumber;
    bareObjectForOne = from.bareObjectForOne;
    listInactive = from.listInactive;
    listAsOtherPages = from.listAsOtherPages;
    fullBulkUpdates = from.fullBulkUpdates;
    agentCreateWithId = from.agentCreateWithId;
    checkReferences = from.checkReferences;
    customIdFindsOne = from.customIdFindsOne;
    customIdFindsIds = from.customIdFindsIds;
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
