package dev.contactsdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** The JDK's older HTTP client, with Jackson. */
final class UrlConnectionClient implements Client {
  private final Target target;

  UrlConnectionClient(Target target) {
    this.target = target;
  }

  @Override
  public Operation operation(Work work) {
    URL url = url(work);
    ObjectReader reader = Peer.mapper(work).readerFor(Peer.type(work));
    ObjectWriter writer = Peer.mapper(work).writer();
    return () -> {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setRequestProperty("Authorization", Peer.BEARER);
      connection.setRequestProperty("Accept", "application/json");
      if (work.isCreate()) {
        byte[] body = writer.writeValueAsBytes(Peer.body(work));
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body);
        }
      }
      if (connection.getResponseCode() / 100 != 2) {
        throw new IOException("HTTP " + connection.getResponseCode());
      }
      try (InputStream in = connection.getInputStream()) {
        return Peer.result(reader.readValue(in));
      }
    };
  }

  private URL url(Work work) {
    try {
      return URI.create(work.url(target.server())).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
