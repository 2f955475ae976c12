package dev.contactsdk.truedy.diagnose;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.core.spi.diagnose.Report;
import java.util.List;
import java.util.stream.Stream;

/** Judges the key, the account, and what may be read. */
record TruedyAccessChecks(Report report, TruedySetup setup, TruedyReads reads) {
  static final List<String> NAMES =
      List.of(
          TruedySetup.KEY,
          "credential.accepted",
          "credential.allowList",
          "account.payment",
          "scope.contacts",
          "scope.folders",
          "scope.agents",
          "scope.write");

  /** If Truedy does not accept the key, the checks that need it are not tried. */
  void judge(Probed<?> contacts) {
    if (contacts.refusal() instanceof ApiException.Unauthorized) {
      report.wrong("credential.accepted", contacts.said(), setup.mend());
      report.stop("the key is refused");
      return;
    }
    report.ok("credential.accepted", "Truedy accepts the key");
    report.unknown("scope.write", "not tried: the diagnosis only reads, and nothing else can tell");
    if (contacts.refusal() instanceof ApiException.PaymentRequired) {
      report.wrong(
          "account.payment",
          contacts.said(),
          "Start or renew the subscription, or buy credits, in the dashboard.");
      report.stop("the account must be paid for first");
      return;
    }
    Probed<?> folders = reads.folders();
    Probed<?> agents = reads.agents();
    report.ok("account.payment", "Truedy asks for no payment to read");
    judgeRights(contacts, folders, agents);
  }

  /** A key used from an address that is not on its list gets a 403 for everything. */
  private void judgeRights(Probed<?> contacts, Probed<?> folders, Probed<?> agents) {
    boolean nothing = Stream.of(contacts, folders, agents).allMatch(TruedyAccessChecks::isDenied);
    if (nothing) {
      report.wrong(
          "credential.allowList",
          contacts.said(),
          "The key is right but may not be used here: add this machine's public IP address to the"
              + " key's allow-list in the dashboard.");
      report.stop("the key may not be used from this machine");
      return;
    }
    report.ok("credential.allowList", "the key may be used from this machine");
    right("scope.contacts", contacts, "contacts can be read");
    right("scope.folders", folders, "folders can be read");
    right("scope.agents", agents, "agents can be read");
  }

  private static boolean isDenied(Probed<?> read) {
    return read.refusal() instanceof ApiException.PermissionDenied;
  }

  private void right(String name, Probed<?> read, String works) {
    if (read.isSuccess()) {
      report.ok(name, works);
    } else if (isDenied(read)) {
      report.wrong(name, read.said(), "Give the key this right in the dashboard.");
    } else {
      report.unknown(name, read.said());
    }
  }
}
