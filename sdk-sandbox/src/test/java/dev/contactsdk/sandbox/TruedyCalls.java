package dev.contactsdk.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest;

/** Calls a Truedy sandbox the way the documents say. */
final class TruedyCalls {

  private final TruedySandbox sandbox;

  TruedyCalls(TruedySandbox sandbox) {
    this.sandbox = sandbox;
  }

  HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        Http.request(method, sandbox.baseUrl() + path, body)
            .header("Authorization", "Bearer " + sandbox.apiKey());
    return body.startsWith("--")
        ? request.header("Content-Type", "multipart/form-data; boundary=b0")
        : request.header("Content-Type", "application/json");
  }

  Http.Answer call(String method, String path, String body)
      throws IOException, InterruptedException {
    return Http.send(request(method, path, body));
  }

  Http.Answer get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  Http.Answer post(String path, String body) throws IOException, InterruptedException {
    return call("POST", path, body);
  }
}
