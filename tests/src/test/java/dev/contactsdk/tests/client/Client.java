package dev.contactsdk.tests.client;

import dev.contactsdk.core.OnUnknown;
import java.util.Iterator;

/** What both vendors' clients can do, in one form. */
public interface Client extends AutoCloseable {
  /** Creates a contact and returns its id. */
  String create(String number, String firstName, OnUnknown onUnknown);

  default String create(String number) {
    return create(number, "Ada", OnUnknown.fail());
  }

  /** Changes a contact's first name. */
  void update(String id, String firstName);

  /** Deletes a contact, or a folder where the vendor deletes no contact. True if it was gone. */
  boolean delete(String id);

  /** The ids of all contacts. */
  Iterator<String> list(int pageSize, int prefetch);

  @Override
  void close();
}
