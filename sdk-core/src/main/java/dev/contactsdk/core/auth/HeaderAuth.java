package dev.contactsdk.core.auth;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import java.util.function.Supplier;

final class HeaderAuth implements Auth {
  private final String header;
  private final Supplier<String> token;

  HeaderAuth(String header, Supplier<String> token) {
    this.header = checked(header);
    this.token =
        InvalidRequestException.refuseNull("token for header " + header, "the supplier", token);
  }

  private static String checked(String name) {
    Headers.empty().with(name, "");
    return name;
  }

  @Override
  public HttpRequest authenticate(HttpRequest request) {
    return request.withHeader(header, Secrets.check("token for header " + header, token.get()));
  }

  @Override
  public String toString() {
    return "HeaderAuth[" + header + "]";
  }
}
