package dev.contactsdk.transfer.source;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The region of phone numbers without a country code. */
final class Region {
  private Region() {}

  /** The region's code in capitals; null if there is none. */
  static @Nullable String of(@Nullable String region) {
    if (region == null) {
      return null;
    }
    String code = region.toUpperCase(Locale.ROOT);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)) {
      throw new TransferException(
          Kind.INPUT,
          "region must be a two-letter ISO 3166 code such as IN or US, but was '" + region + "'");
    }
    return code;
  }
}
