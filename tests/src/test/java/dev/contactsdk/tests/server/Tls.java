package dev.contactsdk.tests.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The judge's own certificate, which this JVM trusts, and the server's side of TLS by the JDK. */
public final class Tls {
  private static final char[] PASSWORD = "judge-only".toCharArray();
  private static final HeldCertificate HELD =
      new HeldCertificate.Builder()
          .commonName("judge")
          .addSubjectAlternativeName("localhost")
          .duration(1, TimeUnit.DAYS)
          .build();
  private static final SSLContext CONTEXT = context();

  private Tls() {}

  /**
   * Makes this JVM trust the judge. Once, before any client is built: the JDK keeps what it read.
   */
  static void trust() {
    CONTEXT.getProtocol();
  }

  /** For the server of a library that wants them in this form. */
  public static HandshakeCertificates certificates() {
    return new HandshakeCertificates.Builder()
        .heldCertificate(HELD)
        .addTrustedCertificate(HELD.certificate())
        .build();
  }

  /** The server's end of TLS over a socket that stays open when TLS ends. */
  static SSLSocket over(Socket plain, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket) CONTEXT.getSocketFactory().createSocket(plain, null, /* autoClose= */ false);
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  private static SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      store.setKeyEntry(
          "judge", HELD.keyPair().getPrivate(), PASSWORD, new Certificate[] {HELD.certificate()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      trustInThisJvm();
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SDK's own client trusts what the JVM trusts. */
  private static void trustInThisJvm() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("judge", HELD.certificate());
    Path file = Files.createTempFile("judge", ".p12");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD);
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
  }
}
