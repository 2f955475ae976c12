package dev.contactsdk.transfer.target;

import dev.contactsdk.core.spi.MaskedWords;
import dev.contactsdk.kore.contacts.KoreBulkRecord;
import dev.contactsdk.kore.contacts.KoreContactChange;

/** What Kore.ai says about a contact that a bulk update did not change. */
final class KoreFailure {
  private KoreFailure() {}

  static RowAnswer of(KoreBulkRecord failure, KoreContactChange change) {
    String said = MaskedWords.of(failure.reason(), change.changes().properties());
    String reason = said == null ? "Kore.ai lists it as failed, without a reason" : said;
    return failure.isNumberTaken() ? RowAnswer.taken(reason) : RowAnswer.rejected(reason);
  }
}
