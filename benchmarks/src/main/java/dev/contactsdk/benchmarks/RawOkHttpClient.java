package dev.contactsdk.benchmarks;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp alone: the same bytes out, the bytes of the answer in, no JSON. */
final class RawOkHttpClient implements Client {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Target target;
  private final OkHttpClient http;

  RawOkHttpClient(Target target) {
    this.target = target;
    this.http = target.okHttp();
  }

  @Override
  public Operation operation(Work work) {
    HttpUrl url = HttpUrl.get(work.url(target.server()));
    byte[] body = RawSocketClient.body(work);
    return () -> {
      Request.Builder request =
          new Request.Builder().url(url).header("Authorization", "Bearer " + Canned.API_KEY);
      if (work.isCreate()) {
        request.post(RequestBody.create(body, JSON));
      }
      try (Response response = http.newCall(request.build()).execute()) {
        return response.body().bytes();
      }
    };
  }
}
