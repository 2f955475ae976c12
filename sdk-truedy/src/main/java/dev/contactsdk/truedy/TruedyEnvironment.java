package dev.contactsdk.truedy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.Map;

/** Settings from environment variables. An empty variable counts as missing. */
record TruedyEnvironment(Map<String, String> variables) {
  private static final String API_KEY = "TRUEDY_API_KEY";

  TruedyEnvironment {
    InvalidRequestException.refuseNull("TruedyClient", "the environment", variables);
  }

  TruedyClient.Builder builder() {
    if (get(API_KEY).isBlank()) {
      throw new InvalidRequestException(
          "TruedyClient.fromEnv", "the environment variable " + API_KEY + " is missing or blank");
    }
    return withPath(unchecked());
  }

  /** The settings as they are, even a missing key, without the path. */
  private TruedyClient.Builder unchecked() {
    TruedyClient.Builder builder = TruedyClient.builder();
    if (!get(API_KEY).isEmpty()) {
      builder.apiKey(get(API_KEY));
    }
    String url = get("TRUEDY_BASE_URL");
    return url.isBlank() ? builder : builder.baseUrl(url);
  }

  /** The settings for a diagnosis, which reports a path that is refused. */
  TruedyClient.Builder forDiagnosis() {
    try {
      return withPath(unchecked());
    } catch (InvalidRequestException e) {
      return unchecked().refused(e);
    }
  }

  private TruedyClient.Builder withPath(TruedyClient.Builder builder) {
    String path = get("TRUEDY_API_PATH");
    return path.isBlank() ? builder : builder.apiPath(path);
  }

  private String get(String name) {
    String value = variables.get(name);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "TruedyEnvironment";
  }
}
