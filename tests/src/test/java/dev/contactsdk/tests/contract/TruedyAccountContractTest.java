package dev.contactsdk.tests.contract;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the account of the environment variables. Prints what it saw, without values. */
class TruedyAccountContractTest extends TruedyContract {
  private static final Account ACCOUNT = new Account(System.getenv());
  private static final DriftRecorder DRIFT = TruedyDrift.recorder();

  @BeforeAll
  static void needsAnAccount() {
    ACCOUNT.orSkip(Account.TRUEDY);
  }

  @AfterAll
  static void print() {
    if (ACCOUNT.missing(Account.TRUEDY).isEmpty()) {
      System.out.println(DRIFT.report());
    }
  }

  @Override
  TruedyClient.Builder client() {
    return TruedyClient.builderFromEnv(ACCOUNT.environment()).interceptor(DRIFT);
  }

  @Override
  boolean mayWrite() {
    return ACCOUNT.mayWrite();
  }
}
