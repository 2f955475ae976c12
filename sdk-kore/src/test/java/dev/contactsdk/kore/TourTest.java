package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users write first, as they write it. */
class TourTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  @Test
  void contacts() {
    vendor.answer("contacts-create").answer("contacts-create-many");
    vendor.answer("contacts-list").answer("contacts-list");
    try (KoreClient kore =
        KoreClient.builder()
            .baseUrl(vendor.url())
            .streamId(Vendor.STREAM)
            .accountId(Vendor.ACCOUNT)
            .credentials(Vendor.CLIENT_ID, Vendor.SECRET)
            .build()) {
      KoreContact john =
          kore.contacts()
              .create(
                  NewKoreContact.builder()
                      .firstName("Ada")
                      .lastName("Byron")
                      .salutation("Mrs")
                      .cellPhone(CellPhone.of("+1", "2025550101"))
                      .build())
              .execute();
      assertThat(john.id()).isEqualTo(Samples.ADA_ID);

      List<KoreContact> both =
          kore.contacts().createAll(List.of(Samples.ada(), Samples.grace())).execute();
      assertThat(both).hasSize(2);

      List<KoreContact> all = new ArrayList<>();
      for (Page<KoreContact> page : kore.contacts().list().pageSize(50).pages()) {
        all.addAll(page.items());
        assertThat(page.total()).isEqualTo(2);
      }
      kore.contacts().list().items().forEach(all::add);
      assertThat(all).hasSize(4);
    }
  }

  @Test
  void agents() {
    vendor.answer("agents-create");
    KoreAgent agent =
        vendor
            .client()
            .agents()
            .create(
                NewKoreAgent.builder()
                    .emailId("agent.one@example.com")
                    .firstName("Ann")
                    .lastName("Agent")
                    .role("67cc00000000000000000001")
                    .canSupportVoice(true)
                    .voiceLanguage("en", "expert")
                    .queue("qu-1a2b3c4-1111-4222-8333-444455556666", Preferred.NO)
                    .createDefaultLayoutAndAssign(true)
                    .build())
            .execute();
    assertThat(agent.userId()).isEqualTo(Vendor.USER);
  }

  @Test
  void oneCallObject() {
    vendor.answer("contacts-create").answer("contacts-create").answer("contacts-create");
    vendor.answer("contacts-create");
    ApiCall<KoreContact> call = vendor.client().contacts().create(Samples.ada());
    assertThat(call.execute().id()).isEqualTo(Samples.ADA_ID);
    assertThat(call.executeAsync().join().id()).isEqualTo(Samples.ADA_ID);
    ApiResponse<KoreContact> response = call.response();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.attempts()).isEqualTo(1);
    KoreContact again =
        call.timeout(Duration.ofSeconds(5))
            .header("X-Trace", "t-1")
            .retry(RetryPolicy.none())
            .execute();
    assertThat(again.id()).isEqualTo(Samples.ADA_ID);
  }
}
