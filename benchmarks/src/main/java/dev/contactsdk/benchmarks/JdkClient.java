package dev.contactsdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The JDK's newer HTTP client, with Jackson. As a stream the answer would cost the connection:
 * Jackson stops at the end of the JSON and not at that of the stream.
 */
final class JdkClient implements Client {
  private final Target target;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  JdkClient(Target target) {
    this.target = target;
  }

  @Override
  public Operation operation(Work work) {
    URI url = URI.create(work.url(target.server()));
    ObjectReader reader = Peer.mapper(work).readerFor(Peer.type(work));
    ObjectWriter writer = Peer.mapper(work).writer();
    return () -> {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url)
              .header("Authorization", Peer.BEARER)
              .header("Accept", "application/json");
      if (work.isCreate()) {
        byte[] body = writer.writeValueAsBytes(Peer.body(work));
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      }
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("HTTP " + response.statusCode());
      }
      return Peer.result(reader.readValue(response.body()));
    };
  }
}
