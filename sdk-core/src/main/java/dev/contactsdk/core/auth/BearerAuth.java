package dev.contactsdk.core.auth;

import dev.contactsdk.core.http.HttpRequest;

final class BearerAuth implements Auth {
  private final String value;

  BearerAuth(String key) {
    this.value = "Bearer " + key;
  }

  @Override
  public HttpRequest authenticate(HttpRequest request) {
    return request.withHeader("Authorization", value);
  }

  @Override
  public String toString() {
    return "BearerAuth";
  }
}
