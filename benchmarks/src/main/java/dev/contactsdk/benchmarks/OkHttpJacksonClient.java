package dev.contactsdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What one writes by hand: OkHttp for the bytes, Jackson for the JSON. */
final class OkHttpJacksonClient implements Client {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Target target;
  private final OkHttpClient http;

  OkHttpJacksonClient(Target target) {
    this.target = target;
    this.http = target.okHttp();
  }

  @Override
  public Operation operation(Work work) {
    HttpUrl url = HttpUrl.get(work.url(target.server()));
    ObjectReader reader = Peer.mapper(work).readerFor(Peer.type(work));
    ObjectWriter writer = Peer.mapper(work).writer();
    return () -> {
      Request.Builder request = new Request.Builder().url(url);
      if (work.isKore()) {
        request.header("auth", Peer.token()).header("accountId", Canned.ACCOUNT_ID);
      } else {
        request.header("Authorization", Peer.BEARER);
      }
      if (work.isCreate()) {
        request.post(RequestBody.create(writer.writeValueAsBytes(Peer.body(work)), JSON));
      }
      return Peer.result(send(request.build(), reader));
    };
  }

  private Object send(Request request, ObjectReader reader) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code());
      }
      return reader.readValue(response.body().byteStream());
    }
  }
}
