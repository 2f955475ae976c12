package dev.contactsdk.tests.contract;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.KoreDrift;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the account of the environment variables. Prints what it saw, without values. */
class KoreAccountContractTest extends KoreContract {
  private static final Account ACCOUNT = new Account(System.getenv());
  private static final DriftRecorder DRIFT = KoreDrift.recorder();

  @BeforeAll
  static void needsAnAccount() {
    ACCOUNT.orSkip(Account.KORE);
  }

  @AfterAll
  static void print() {
    if (ACCOUNT.missing(Account.KORE).isEmpty()) {
      System.out.println(DRIFT.report());
    }
  }

  @Override
  KoreClient.Builder client() {
    return KoreClient.builderFromEnv(ACCOUNT.environment()).interceptor(DRIFT);
  }

  @Override
  boolean mayWrite() {
    return ACCOUNT.mayWrite();
  }
}
