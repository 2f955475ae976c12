package dev.contactsdk.transfer.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a target's listing.
 *
 * @param contacts the contacts; deleted ones are left out; never null
 * @param unreadable how many rows of the page could not be read: each may be any contact
 * @param total the contacts in all, as the target says; null if it does not
 */
public record StoredPage(List<Stored> contacts, int unreadable, @Nullable Long total) {
  /**
   * Makes the contacts unmodifiable.
   *
   * @param contacts the contacts
   * @param unreadable how many rows could not be read
   * @param total the contacts in all; null if the target does not say
   */
  public StoredPage {
    contacts = List.copyOf(contacts);
  }
}
