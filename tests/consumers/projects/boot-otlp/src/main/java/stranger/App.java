package stranger;

import com.sun.net.httpserver.HttpServer;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootVersion;

/** Uses the SDK beside the exporter that brings OkHttp 4, with and without the exclusion. */
public final class App {
  private App() {}

  public static void main(String[] args) throws IOException {
    boolean excluded = args[0].equals("okhttp");
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient client = sandbox.client()) {
      client.contacts().list().execute();
      export();
    } catch (LinkageError e) {
      if (excluded || !e.getMessage().startsWith("OkHttp is too old: found okhttp 4.12.0")) {
        throw e;
      }
      ran("the sandbox names both versions of OkHttp, and the exclusion");
      return;
    }
    if (!excluded) {
      throw new AssertionError("OkHttp 4 is not in front of OkHttp 5");
    }
    ran("with the exclusion: contacts listed, and a span exported by OTLP");
  }

  private static void export() throws IOException {
    AtomicInteger received = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces")
            .build();
    try (SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build()) {
      tracers.get("stranger").spanBuilder("try").startSpan().end();
      tracers.forceFlush().join(30, TimeUnit.SECONDS);
    }
    server.stop(0);
    if (received.get() != 1) {
      throw new AssertionError(received + " exports");
    }
  }

  private static void ran(String what) {
    System.out.println(
        "ran | Spring Boot with OTLP | " + SpringBootVersion.getVersion() + " | " + what + " |");
  }
}
