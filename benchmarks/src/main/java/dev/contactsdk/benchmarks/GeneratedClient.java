package dev.contactsdk.benchmarks;

import dev.contactsdk.benchmarks.generated.ApiClient;
import dev.contactsdk.benchmarks.generated.ContactInput;
import dev.contactsdk.benchmarks.generated.DefaultApi;
import java.util.Map;
import java.util.Objects;

/** A client as OpenAPI Generator makes it, with its okhttp-gson library. */
final class GeneratedClient implements Client {
  private final Target target;

  GeneratedClient(Target target) {
    this.target = target;
  }

  @Override
  public Operation operation(Work work) {
    ApiClient client = new ApiClient(target.okHttp());
    client.setBasePath(work.baseUrl(target.server()));
    client.setBearerToken(Canned.API_KEY);
    DefaultApi api = new DefaultApi(client);
    return work.isCreate()
        ? () -> Objects.requireNonNull(api.createContact(input()).getData())
        : () -> Objects.requireNonNull(api.listContacts(100, 0L).getData());
  }

  private static ContactInput input() {
    return new ContactInput()
        .phoneNumber("+14155550123")
        .firstName("Asha")
        .lastName("Rao")
        .email("asha.rao@example.com")
        .folderId("fld_2f6e1c")
        .customFields(Map.of("plan", "gold"));
  }
}
