package dev.contactsdk.tests.client;

import dev.contactsdk.tests.server.Backend;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.Paging;
import dev.contactsdk.tests.server.TruedyVendor;

/** Whose API is called. */
public enum Vendor {
  KORE {
    @Override
    public Backend backend(Paging paging) {
      return new KoreVendor(paging, 100);
    }

    @Override
    public Client client(String url, Settings settings) {
      return Kore.at(url, settings);
    }
  },
  TRUEDY {
    @Override
    public Backend backend(Paging paging) {
      return new TruedyVendor(paging);
    }

    @Override
    public Client client(String url, Settings settings) {
      return Truedy.at(url, settings);
    }
  };

  public abstract Backend backend(Paging paging);

  public Backend backend() {
    return backend(Paging.BY_SKIP);
  }

  public abstract Client client(String url, Settings settings);

  /** A number in E.164, another one for each place. */
  public static String number(int place) {
    return "+1415" + (2_000_000 + place);
  }
}
