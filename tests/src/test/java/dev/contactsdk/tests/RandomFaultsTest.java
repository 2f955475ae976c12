package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Policies;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Contacts;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any mixture of faults makes no contact twice, and no call claims what is not so. */
class RandomFaultsTest {
  private static final int CREATES = Integer.getInteger("reliability.creates", 2100) / 7;
  private static final int PER_SERVER = 100;

  record Case(Vendor vendor, int policy) {
    OnUnknown onUnknown() {
      return Policies.of(vendor).get(policy);
    }
  }

  /** What a call said; null where it failed and said nothing. */
  record Claim(String number, String name, String id, Outcome outcome) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (int policy = 0; policy < Policies.of(vendor).size(); policy++) {
        cases.add(new Case(vendor, policy));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noContactIsMadeTwiceAndNoClaimIsWrong(Case given) throws IOException {
    List<String> faults = new ArrayList<>();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int seed = 0; seed * PER_SERVER < CREATES; seed++) {
      faults.addAll(run(given, seed, outcomes));
    }
    System.out.println(
        given
            + ", seeds from 0: "
            + CREATES
            + " creates, failed "
            + outcomes
            + ", "
            + faults.size()
            + " wrong");
    assertThat(faults).isEmpty();
  }

  private static List<String> run(Case given, int seed, Map<Outcome, Integer> outcomes)
      throws IOException {
    VirtualClock clock = new VirtualClock();
    Settings settings = Settings.unlimited().time(clock).timeout(Duration.ofMillis(150));
    List<Claim> claims = new ArrayList<>();
    try (JudgeServer server = JudgeServer.plain(given.vendor.backend());
        Client client = given.vendor.client(server.url(), settings)) {
      Faults faults = new Faults(server, new Random(seed));
      server.clock(() -> clock.elapsed().toNanos()).director(faults);
      for (int i = 0; i < PER_SERVER; i++) {
        claims.add(create(client, faults, i, given.onUnknown()));
      }
      server.finish();
      claims.stream()
          .filter(claim -> claim.outcome != null)
          .forEach(claim -> outcomes.merge(claim.outcome, 1, Integer::sum));
      return claims.stream()
          .filter(claim -> !verdict(claim, server.backend().contacts()).isEmpty())
          .map(claim -> told(claim, server, seed, faults))
          .toList();
    }
  }

  private static String told(Claim claim, JudgeServer server, int seed, Faults faults) {
    String verdict = verdict(claim, server.backend().contacts());
    return "seed " + seed + ": " + verdict + " after " + faults.of(claim.number);
  }

  private static Claim create(Client client, Faults faults, int place, OnUnknown policy) {
    String number = Vendor.number(place);
    String name = "Ada" + place;
    faults.begin(number);
    try {
      return new Claim(number, name, client.create(number, name, policy), null);
    } catch (SdkException e) {
      return new Claim(number, name, null, e.outcome());
    }
  }

  /** What is wrong with a claim; empty when nothing is. */
  private static String verdict(Claim claim, Contacts contacts) {
    List<Contacts.Row> stored =
        contacts.all().stream()
            .filter(row -> row.number().equals(Contacts.digits(claim.number)))
            .toList();
    if (stored.size() > 1) {
      return claim + " stored " + stored.size() + " times";
    }
    if (claim.outcome == Outcome.UNKNOWN) {
      return "";
    }
    boolean isStored = !stored.isEmpty();
    boolean saysSo = claim.outcome == null || claim.outcome == Outcome.APPLIED;
    boolean anotherId = isStored && claim.id != null && !stored.get(0).id().equals(claim.id);
    return isStored == saysSo && !anotherId ? "" : claim + " stored: " + stored;
  }
}
