package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.jackson3.Jackson3Codec;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** The Java code of the page "Your own types in requests and answers". */
@ExtendWith(SandboxExtension.class)
class OwnTypesPageTest {
  enum Tier {
    GOLD
  }

  record Crm(Tier tier) {}

  @Test
  void ownTypes(TruedySandbox sandbox) throws Exception {
    JsonMapper mapper = JsonMapper.builder().build();
    TruedyClient.Builder builder =
        TruedyClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl());
    Page<TruedyContact> page = new Page<>(List.of(), 0L, 0, null);
    String printed = Output.of(() -> ownTypes(mapper, builder, page));
    assertThat(printed).startsWith("GOLD\n{\"items\":[]");
  }

  private static void ownTypes(
      JsonMapper mapper, TruedyClient.Builder builder, Page<TruedyContact> page) {
    // docs/own-types.md: begin
    JsonCodec codec = Jackson3Codec.of(mapper); // or Jackson2Codec
    try (TruedyClient truedy = builder.json(codec).build()) {
      NewTruedyContact contact =
          NewTruedyContact.builder("+15551234567").customField("crm", new Crm(Tier.GOLD)).build();
      TruedyContact stored = truedy.contacts().create(contact).execute();
      Crm crm = codec.convert(stored.customFields().get("crm"), Crm.class);
      System.out.println(crm.tier());
    }
    System.out.println(mapper.writeValueAsString(page)); // any mapper prints the SDK's records
    // docs/own-types.md: end
  }
}
