package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Kore.ai, which refuses a number that it has. */
final class CreatesKore implements CreatesVendor {
  private KoreSandbox sandbox = KoreSandbox.builder().keepRequests(0).start();
  private final CreatesNetwork network;
  private final KoreClient client;

  CreatesKore(TimeSource time, CreatesNetwork network) {
    this.network = network;
    client = sandbox.clientBuilder().timeSource(time).transport(network).build();
  }

  @Override
  public String name() {
    return "Kore.ai";
  }

  @Override
  public CreatesNetwork network() {
    return network;
  }

  @Override
  public KoreSandbox sandbox() {
    return sandbox;
  }

  @Override
  public String creates() {
    return "createContacts";
  }

  @Override
  public String lists() {
    return "listContacts";
  }

  @Override
  public Map<String, OnUnknown> policies() {
    Map<String, OnUnknown> policies = CreatesVendor.super.policies();
    policies.put("resendThenLookUp", OnUnknown.resendThenLookUp());
    return policies;
  }

  @Override
  public ApiCall<?> create(String digits, OnUnknown policy) {
    NewKoreContact contact =
        NewKoreContact.builder()
            .firstName("Ada")
            .lastName("Byron")
            .salutation("Mrs")
            .cellPhone(CellPhone.of("+1", digits))
            .build();
    return client.contacts().create(contact).onUnknown(policy);
  }

  @Override
  public ApiCall<?> list() {
    return client.contacts().list();
  }

  @Override
  public Request plain(String digits) {
    String body =
        """
        [{"firstName":"Ada","lastName":"Byron","salutation":"Mrs",
          "cellPhone":{"phoneNumber":"%s","countryCode":"+1","extension":"+"}}]\
        """
            .formatted(digits);
    return new Request.Builder()
        .url(sandbox.baseUrl() + "/agentassist/api/v1/public/" + sandbox.streamId() + "/contacts")
        .header("accountId", sandbox.accountId())
        .header("auth", token())
        .post(RequestBody.create(body, MediaType.get("application/json")))
        .build();
  }

  private String token() {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"sub":"test","appId":"%s","iat":%d,"exp":%d,"jti":"%s"}\
        """
            .formatted(sandbox.clientId(), now, now + 300, UUID.randomUUID());
    String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(sandbox.clientSecret()), "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(bytes(signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return encode(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Map<String, Integer> stored() {
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, Object> row : sandbox.contacts()) {
      Map<?, ?> phone = (Map<?, ?>) row.get("cellPhone");
      String number = String.valueOf(phone.get("phoneNumber"));
      counts.merge(number.substring(number.length() - 10), 1, Integer::sum);
    }
    return counts;
  }

  @Override
  public void restart() {
    KoreSandbox old = sandbox;
    old.close();
    sandbox =
        KoreSandbox.builder()
            .keepRequests(0)
            .port(URI.create(old.origin()).getPort())
            .streamId(old.streamId())
            .accountId(old.accountId())
            .credentials(old.clientId(), old.clientSecret())
            .start();
  }

  @Override
  public void close() {
    client.close();
    network.close();
    sandbox.close();
  }
}
