package dev.contactsdk.kore;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings from environment variables. An empty variable counts as missing. */
record KoreEnvironment(Map<String, String> variables) {
  private static final String BASE_URL = "KORE_BASE_URL";
  private static final String STREAM_ID = "KORE_STREAM_ID";
  private static final String ACCOUNT_ID = "KORE_ACCOUNT_ID";
  private static final String CLIENT_ID = "KORE_CLIENT_ID";
  private static final String CLIENT_SECRET = "KORE_CLIENT_SECRET";
  private static final String ADMIN_CLIENT_ID = "KORE_ADMIN_CLIENT_ID";
  private static final String ADMIN_CLIENT_SECRET = "KORE_ADMIN_CLIENT_SECRET";

  KoreEnvironment {
    InvalidRequestException.refuseNull("KoreClient", "the environment", variables);
  }

  KoreClient.Builder builder() {
    refuseMissing();
    return unchecked();
  }

  /** The settings as they are, even missing ones. */
  KoreClient.Builder unchecked() {
    KoreClient.Builder builder =
        new KoreClient.Builder()
            .baseUrl(get(BASE_URL))
            .streamId(get(STREAM_ID))
            .accountId(get(ACCOUNT_ID))
            .credentials(get(CLIENT_ID), get(CLIENT_SECRET));
    if (isSet(ADMIN_CLIENT_ID) || isSet(ADMIN_CLIENT_SECRET)) {
      builder.adminCredentials(get(ADMIN_CLIENT_ID), get(ADMIN_CLIENT_SECRET));
    }
    return builder;
  }

  private void refuseMissing() {
    List<String> needed =
        new ArrayList<>(List.of(BASE_URL, STREAM_ID, ACCOUNT_ID, CLIENT_ID, CLIENT_SECRET));
    if (isSet(ADMIN_CLIENT_ID) || isSet(ADMIN_CLIENT_SECRET)) {
      needed.add(ADMIN_CLIENT_ID);
      needed.add(ADMIN_CLIENT_SECRET);
    }
    needed.removeIf(this::isSet);
    if (!needed.isEmpty()) {
      throw new InvalidRequestException(
          "KoreClient", "environment variables are missing or blank: " + String.join(", ", needed));
    }
  }

  private boolean isSet(String name) {
    return !get(name).isBlank();
  }

  private String get(String name) {
    String value = variables.get(name);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "KoreEnvironment";
  }
}
