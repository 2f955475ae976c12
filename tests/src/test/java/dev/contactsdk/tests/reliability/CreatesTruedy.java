package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Truedy, which takes a number as often as it comes. */
final class CreatesTruedy implements CreatesVendor {
  private TruedySandbox sandbox = TruedySandbox.builder().keepRequests(0).start();
  private final CreatesNetwork network;
  private final TruedyClient client;

  CreatesTruedy(TimeSource time, CreatesNetwork network) {
    this.network = network;
    client = sandbox.clientBuilder().timeSource(time).transport(network).build();
  }

  @Override
  public String name() {
    return "Truedy";
  }

  @Override
  public CreatesNetwork network() {
    return network;
  }

  @Override
  public TruedySandbox sandbox() {
    return sandbox;
  }

  @Override
  public String creates() {
    return "create_contact";
  }

  @Override
  public String lists() {
    return "list_contacts";
  }

  @Override
  public ApiCall<?> create(String digits, OnUnknown policy) {
    NewTruedyContact contact = NewTruedyContact.builder("+1" + digits).firstName("Ada").build();
    return client.contacts().create(contact).onUnknown(policy);
  }

  @Override
  public ApiCall<?> list() {
    return client.contacts().list();
  }

  @Override
  public Request plain(String digits) {
    String body = "{\"phone_number\":\"+1" + digits + "\",\"first_name\":\"Ada\"}";
    return new Request.Builder()
        .url(sandbox.baseUrl() + "/contacts")
        .header("Authorization", "Bearer " + sandbox.apiKey())
        .post(RequestBody.create(body, MediaType.get("application/json")))
        .build();
  }

  @Override
  public Map<String, Integer> stored() {
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, Object> row : sandbox.contacts()) {
      String number = String.valueOf(row.get("phone_number"));
      counts.merge(number.substring(number.length() - 10), 1, Integer::sum);
    }
    return counts;
  }

  @Override
  public void restart() {
    TruedySandbox old = sandbox;
    old.close();
    sandbox =
        TruedySandbox.builder()
            .keepRequests(0)
            .port(URI.create(old.origin()).getPort())
            .apiKey(old.apiKey())
            .start();
  }

  @Override
  public void close() {
    client.close();
    network.close();
    sandbox.close();
  }
}
