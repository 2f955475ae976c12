package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Jwt;
import dev.contactsdk.sandbox.engine.JwtVerifier;
import dev.contactsdk.sandbox.engine.Received;
import dev.contactsdk.sandbox.engine.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of the {@code auth} header, the stream, the account and the scopes. Texts and
 * codes are those of Kore.ai's public services, and of its page 'SDK Security' for the {@code jti}
 * rules.
 */
final class KoreGate {

  static final String ADMIN = "admin";

  private static final int PURGE_EVERY = 10_000;

  private final KoreOptions options;
  private final JwtVerifier app;
  private final JwtVerifier admin;
  private final Map<String, Instant> usedIds = new HashMap<>();
  private int purgeAt = PURGE_EVERY;

  KoreGate(KoreOptions options) {
    this.options = options;
    this.app = new JwtVerifier(options.algorithm, options.clientSecret, options.publicKey);
    this.admin = new JwtVerifier("HS256", options.adminClientSecret, null);
  }

  void admit(Call call) {
    boolean adminOnly = call.route().group().equals(ADMIN);
    boolean isAdmin = authenticate(call.request());
    if (adminOnly) {
      requireCredentials(isAdmin);
      requireScope(Scopes.ROLE_MANAGEMENT);
      return;
    }
    requireStream(stream(call), isAdmin);
    if (isAdmin) {
      throw scopeRefused();
    }
    requireAccount(account(call));
    requireScope(call.route().group());
  }

  /** True for the Admin Console's app, false for the app itself. */
  private boolean authenticate(Received request) {
    String auth = request.header("auth");
    requireCredentials(auth != null);
    Jwt jwt = auth == null ? null : Jwt.parse(auth);
    if (jwt == null) {
      throw Refusal.of(401, "4002", "Invalid JWT token");
    }
    boolean isAdmin = options.adminClientId.equals(jwt.claims().get("appId"));
    requireCredentials(isAdmin || options.clientId.equals(jwt.claims().get("appId")));
    requireCredentials((isAdmin ? admin : app).verifies(jwt));
    checkTimes(jwt.claims());
    return isAdmin;
  }

  private void checkTimes(Map<String, Object> claims) {
    double now = options.clock.instant().toEpochMilli() / 1000.0;
    Object exp = claims.get("exp");
    if (exp != null && !(exp instanceof Number)) {
      throw jwtRefused("exp must be a number");
    }
    double end = exp == null ? Double.MAX_VALUE : ((Number) exp).doubleValue();
    if (end <= now) {
      throw jwtRefused("Token expired");
    }
    Object jti = claims.get("jti");
    if (jti == null && options.enforceJti) {
      throw jwtRefused("\"jti\" claim is required");
    }
    if (jti != null) {
      checkSingleUse(jti.toString(), end, now);
    }
  }

  private void checkSingleUse(String jti, double end, double now) {
    if (end > Math.floor(now) + 3600) {
      throw jwtRefused("if \"jti\" claim \"exp\" must be <= 1 hour(s)");
    }
    if (usedIds.putIfAbsent(jti, Instant.ofEpochSecond((long) end)) != null) {
      throw jwtRefused("possibly a replay");
    }
    if (usedIds.size() >= purgeAt) {
      usedIds.values().removeIf(expiry -> expiry.isBefore(options.clock.instant()));
      purgeAt = usedIds.size() + PURGE_EVERY;
    }
  }

  private void requireStream(String streamId, boolean isAdmin) {
    if (streamId.equals(options.streamId)) {
      return;
    }
    if (isAdmin) {
      throw Refusal.of(400, "400", "Invalid StreamId");
    }
    requireCredentials(false);
  }

  /** Campaigns and reports have the stream in a header, which has to fit the path. */
  private static String stream(Call call) {
    String inHeader = call.request().header("iid");
    if (namesStreamInHeader(call) && inHeader == null) {
      throw Refusal.of(400, "400", "Missing header iid");
    }
    String inPath = call.variables().get("streamId");
    if (inPath != null && namesStreamInHeader(call) && !inPath.equals(inHeader)) {
      throw Refusal.of(400, "400", "Invalid iid");
    }
    return inPath == null ? String.valueOf(inHeader) : inPath;
  }

  private static boolean namesStreamInHeader(Call call) {
    String path = call.route().template();
    return path.contains("/campaign/") || path.contains("/analytics/");
  }

  /** In the path of reports, whose pages list no header for it; else in the header. */
  private static @Nullable String account(Call call) {
    String inPath = call.variables().get("accountId");
    return inPath == null ? call.request().header("accountId") : inPath;
  }

  private void requireAccount(@Nullable String accountId) {
    if (!options.accountId.equals(accountId)) {
      throw Refusal.of(400, "400", "Invalid accountId");
    }
  }

  private void requireScope(String scope) {
    if (!options.scopes.contains(scope)) {
      throw scopeRefused();
    }
  }

  private static void requireCredentials(boolean fine) {
    if (!fine) {
      throw Refusal.of(401, "4002", "Invalid SDK credentials");
    }
  }

  private static Refusal scopeRefused() {
    return Refusal.of(401, "4002", "Permission denied. Scope is incorrect!");
  }

  private static Refusal jwtRefused(String why) {
    return Refusal.of(401, "401", "error verifying the jwt: " + why);
  }
}
