package dev.contactsdk.tests;

import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Backend;
import dev.contactsdk.tests.server.Contacts;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.TruedyVendor;
import java.util.Random;

/** What happens to a list between two of its pages. */
enum ListChange {
  NONE {
    @Override
    void apply(Backend backend, Random random) {
      // Nothing happens.
    }
  },
  /** A changed row goes to the end, as where rows are sorted by the time of their last change. */
  TOUCHED_TO_END {
    @Override
    void apply(Backend backend, Random random) {
      backend.contacts().moveToEnd(random.nextInt(backend.contacts().size()));
    }
  },
  TOUCHED_TO_FRONT {
    @Override
    void apply(Backend backend, Random random) {
      backend.contacts().moveToFront(random.nextInt(backend.contacts().size()));
    }
  },
  TOUCHED_EITHER_WAY {
    @Override
    void apply(Backend backend, Random random) {
      (random.nextBoolean() ? TOUCHED_TO_END : TOUCHED_TO_FRONT).apply(backend, random);
    }
  },
  /** Rows go, and others come at the end; the number of rows may stay the same. */
  DELETED_AND_APPENDED {
    @Override
    void apply(Backend backend, Random random) {
      Contacts contacts = backend.contacts();
      for (int i = random.nextInt(3); i > 0 && contacts.size() > 1; i--) {
        contacts.remove(random.nextInt(contacts.size()));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        append(backend, 100_000 + random.nextInt(800_000));
      }
    }
  },
  /** Rows that sort alike come in another order each time. */
  UNSTABLE_ORDER {
    @Override
    void apply(Backend backend, Random random) {
      int size = backend.contacts().size();
      int from = random.nextInt(size);
      backend.contacts().shuffle(from, Math.min(size, from + 8), random);
    }
  };

  abstract void apply(Backend backend, Random random);

  void append(Backend backend, int place) {
    String number = Vendor.number(place);
    if (backend instanceof KoreVendor kore) {
      kore.store("Ada", number);
    } else {
      ((TruedyVendor) backend).store("Ada", number);
    }
  }
}
