package dev.contactsdk.tests.client;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import java.util.Iterator;
import java.util.UUID;

/** A client of Kore.ai. */
public record Kore(KoreClient sdk) implements Client {
  public static Kore at(String url, Settings settings) {
    // An account of its own, so that no other test shares its limit.
    String account = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return new Kore(
        settings
            .on(
                KoreClient.builder()
                    .baseUrl(url)
                    .streamId("st-0a1b2c3d-1111-5222-8333-444455556666")
                    .accountId(account)
                    .credentials(
                        "cs-11111111-2222-5333-8444-555555555555",
                        "0123456789012345678901234567890123456789abc="))
            .build());
  }

  public static NewKoreContact contact(String number, String firstName) {
    return NewKoreContact.builder()
        .firstName(firstName)
        .lastName("Byron")
        .salutation("Mrs")
        .cellPhone(CellPhone.ofE164(number))
        .build();
  }

  @Override
  public String create(String number, String firstName, OnUnknown onUnknown) {
    return sdk.contacts().create(contact(number, firstName)).onUnknown(onUnknown).execute().id();
  }

  @Override
  public void update(String id, String firstName) {
    sdk.contacts().update(id, KoreContactChanges.builder().firstName(firstName).build()).execute();
  }

  @Override
  public boolean delete(String id) {
    return sdk.contacts().delete(id).execute().alreadyGone();
  }

  @Override
  public Iterator<String> list(int pageSize, int prefetch) {
    return sdk.contacts().list().pageSize(pageSize).prefetch(prefetch).stream()
        .map(KoreContact::id)
        .iterator();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
