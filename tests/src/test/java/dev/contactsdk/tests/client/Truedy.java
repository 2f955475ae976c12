package dev.contactsdk.tests.client;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.util.Iterator;
import java.util.UUID;

/** A client of Truedy. */
public record Truedy(TruedyClient sdk) implements Client {
  public static Truedy at(String url, Settings settings) {
    // A key of its own, so that no other test shares its limit.
    String key = "truedy_" + UUID.randomUUID().toString().replace("-", "");
    return new Truedy(settings.on(TruedyClient.builder().baseUrl(url).apiKey(key)).build());
  }

  public static NewTruedyContact contact(String number, String firstName) {
    return NewTruedyContact.builder(number).firstName(firstName).build();
  }

  @Override
  public String create(String number, String firstName, OnUnknown onUnknown) {
    return sdk.contacts().create(contact(number, firstName)).onUnknown(onUnknown).execute().id();
  }

  @Override
  public void update(String id, String firstName) {
    sdk.contacts()
        .update(id, TruedyContactChanges.builder().firstName(firstName).build())
        .execute();
  }

  @Override
  public boolean delete(String id) {
    return sdk.folders().deleteWithContacts(id).execute().alreadyGone();
  }

  @Override
  public Iterator<String> list(int pageSize, int prefetch) {
    return sdk.contacts().list().pageSize(pageSize).prefetch(prefetch).stream()
        .map(TruedyContact::id)
        .iterator();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
