package dev.contactsdk.transfer.source;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.Locale;

/** The region of phone numbers without a country code. */
final class Region {
  private Region() {}

  /** The region's code in capitals. */
  static String of(String region) {
    String code = region.toUpperCase(Locale.ROOT);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)) {
      throw new TransferException(
          Kind.INPUT,
          "region must be a two-letter ISO 3166 code such as IN or US, but was '" + region + "'");
    }
    return code;
  }
}
