package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Where the certificate is not the vendor's, no contact and no credential leaves the machine. */
class SecretsTlsTest {
  private static final HeldCertificate OTHER_HOST = certificate("other.example.com");
  private static final HeldCertificate RIGHT = certificate("127.0.0.1");
  private static final NewKoreContact ASHA =
      NewKoreContact.builder()
          .firstName("Asha")
          .lastName("Rao")
          .salutation("Ms")
          .cellPhone(CellPhone.of("+1", "4155550101"))
          .build();
  private static final NewTruedyContact MIRA = NewTruedyContact.builder("+14155550101").build();

  private static HeldCertificate certificate(String host) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
  }

  private static HandshakeCertificates holding(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
  }

  private static OkHttpClient trusting(HeldCertificate certificate) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .build();
  }

  private static KoreSandbox kore(HeldCertificate certificate) {
    return KoreSandbox.builder().https(holding(certificate).sslContext()).start();
  }

  private static TruedySandbox truedy(HeldCertificate certificate) {
    return TruedySandbox.builder().https(holding(certificate).sslContext()).start();
  }

  private static <B extends ClientBuilder<B>> B once(B builder) {
    return builder.retry(RetryPolicy.none());
  }

  private static void assertNothingLeft(Sandbox sandbox, Runnable create) {
    SdkException e = catchThrowableOfType(SdkException.class, create::run);
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(sandbox.requestCount()).isZero();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAndNothingTravels() {
    try (KoreSandbox sandbox = kore(RIGHT);
        KoreClient client = once(sandbox.clientBuilder()).build()) {
      assertNothingLeft(sandbox, () -> client.contacts().create(ASHA).execute());
      assertThat(sandbox.contactCount()).isZero();
    }
    try (TruedySandbox sandbox = truedy(RIGHT);
        TruedyClient client = once(sandbox.clientBuilder()).build()) {
      assertNothingLeft(sandbox, () -> client.contacts().create(MIRA).execute());
      assertThat(sandbox.contactCount()).isZero();
    }
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsRefusedAndNothingTravels() {
    try (KoreSandbox sandbox = kore(OTHER_HOST);
        KoreClient client =
            once(sandbox.clientBuilder()).okHttpClient(trusting(OTHER_HOST)).build()) {
      assertNothingLeft(sandbox, () -> client.contacts().create(ASHA).execute());
    }
    try (TruedySandbox sandbox = truedy(OTHER_HOST);
        TruedyClient client =
            once(sandbox.clientBuilder()).okHttpClient(trusting(OTHER_HOST)).build()) {
      assertNothingLeft(sandbox, () -> client.contacts().create(MIRA).execute());
    }
  }

  @Test
  void aTrustedCertificateOfTheHostIsTaken() {
    try (KoreSandbox sandbox = kore(RIGHT);
        KoreClient client = once(sandbox.clientBuilder()).okHttpClient(trusting(RIGHT)).build()) {
      assertThat(client.contacts().create(ASHA).execute().id()).isNotBlank();
    }
    try (TruedySandbox sandbox = truedy(RIGHT);
        TruedyClient client = once(sandbox.clientBuilder()).okHttpClient(trusting(RIGHT)).build()) {
      assertThat(client.contacts().create(MIRA).execute().id()).isNotBlank();
    }
  }
}
