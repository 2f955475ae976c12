package dev.contactsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@link CannedServer} in a process of its own. */
final class Server implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final Java process;
  private final int plainPort;
  private final int tlsPort;
  private final List<String> trust;

  private Server(Java process, List<String> trust) {
    this.process = process;
    this.trust = trust;
    String[] ports = process.hear().split(" ", -1);
    this.plainPort = Integer.parseInt(ports[0]);
    this.tlsPort = Integer.parseInt(ports[1]);
  }

  static Server start() {
    return start(List.of(), List.of());
  }

  /** Listens with TLS too, with a certificate made for this run. */
  static Server startWithTls(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("server.p12");
    Files.deleteIfExists(store);
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("keytool ended with " + exit);
    }
    return start(storeOptions("keyStore", store), storeOptions("trustStore", store));
  }

  private static Server start(List<String> options, List<String> trust) {
    String classPath = System.getProperty("java.class.path");
    return new Server(Java.start(classPath, options, CannedServer.class, List.of()), trust);
  }

  private static List<String> storeOptions(String kind, Path store) {
    return List.of(
        "-Djavax.net.ssl." + kind + "=" + store,
        "-Djavax.net.ssl." + kind + "Password=" + PASSWORD);
  }

  String url() {
    return "http://127.0.0.1:" + plainPort;
  }

  String tlsUrl() {
    return "https://127.0.0.1:" + tlsPort;
  }

  /** What makes a JVM trust this server. */
  List<String> trustOptions() {
    return trust;
  }

  @Override
  public void close() {
    process.close();
  }
}
