package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Backend;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.TruedyVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A delete whose first attempt broke off. */
class DeletesTest {
  record Case(Vendor vendor, Answer gateways) {}

  static Stream<Case> gateways() {
    List<Case> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      cases.add(new Case(vendor, Answer.text(404, "404 page not found")));
      cases.add(new Case(vendor, Answer.page(404)));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void aGatewayThatFindsNothingDoesNotMakeADeleteDone(Case given) throws Exception {
    Backend backend = given.vendor.backend();
    String id = store(backend);
    try (JudgeServer server = JudgeServer.plain(backend);
        Client client = client(given.vendor, server)) {
      Behaviour nothing = Behaviour.answer(given.gateways);
      server
          .script()
          .writes(Behaviour.answer(Answer.page(503)), nothing, nothing, nothing, nothing);

      SdkException failure = catchThrowableOfType(SdkException.class, () -> client.delete(id));

      assertThat(failure).isNotNull();
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(exists(backend, id)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatTheVendorDoesNotFindAfterABreakIsGone(Vendor vendor) throws Exception {
    Backend backend = vendor.backend();
    String id = store(backend);
    try (JudgeServer server = JudgeServer.plain(backend);
        Client client = client(vendor, server)) {
      server.script().writes(Behaviour.doneBut(Answer.page(503)));

      assertThat(client.delete(id)).as("already gone").isTrue();
      assertThat(exists(backend, id)).isFalse();
      assertThat(server.journal().writes()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatTheVendorDoesNotFindAfterACutIsGone(Vendor vendor) throws Exception {
    Backend backend = vendor.backend();
    String id = store(backend);
    try (JudgeServer server = JudgeServer.plain(backend);
        Client client = client(vendor, server)) {
      server.script().writes(Behaviour.doneThenCut(Close.RST));

      assertThat(client.delete(id)).as("already gone").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatTheVendorDoesNotFindAtOnceIsAFailure(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = client(vendor, server)) {
      SdkException failure = catchThrowableOfType(SdkException.class, () -> client.delete("66bb1"));

      assertThat(failure).isInstanceOf(ApiException.NotFound.class);
    }
  }

  private static Client client(Vendor vendor, JudgeServer server) {
    return vendor.client(server.url(), Settings.unlimited().time(new VirtualClock()));
  }

  private static String store(Backend backend) {
    return backend instanceof KoreVendor kore
        ? kore.store("Ada", Vendor.number(1)).id()
        : ((TruedyVendor) backend).storeFolder("Spring");
  }

  private static boolean exists(Backend backend, String id) {
    return backend instanceof TruedyVendor truedy
        ? truedy.hasFolder(id)
        : backend.contacts().count(Vendor.number(1)) == 1;
  }
}
