package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Request;

/**
 * A vendor whose server may be replaced by an empty one at the same address, while clients go on.
 */
interface CreatesVendor extends AutoCloseable {
  String name();

  Sandbox sandbox();

  /** What is between the client and the server. */
  CreatesNetwork network();

  /** What requests that create a contact look like. */
  String creates();

  /** What requests that list contacts look like. */
  String lists();

  /** What a create may do when its outcome is unknown, by name. */
  default Map<String, OnUnknown> policies() {
    Map<String, OnUnknown> policies = new LinkedHashMap<>();
    policies.put("fail", OnUnknown.fail());
    policies.put("lookUp", OnUnknown.lookUp());
    policies.put("lookUpThenResend", OnUnknown.lookUpThenResend());
    return policies;
  }

  /** A create on the SDK's client, which lives as long as this vendor. */
  ApiCall<?> create(String digits, OnUnknown policy);

  /** A read of one page on the same client. */
  ApiCall<?> list();

  /** The same create for a plain client. */
  Request plain(String digits);

  /** How often the server has each number, by its last ten digits. */
  Map<String, Integer> stored();

  /** Stops the server and starts an empty one at the same address. */
  void restart();

  @Override
  void close();
}
