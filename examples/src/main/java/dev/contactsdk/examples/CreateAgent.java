package dev.contactsdk.examples;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import dev.contactsdk.kore.lookups.KoreQueue;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Looks up the ids that an agent needs, then creates the agent. */
public final class CreateAgent implements Example {
  private static final String CUSTOM_ID = "contact-sdk-tour";

  public static void main(String... args) throws Exception {
    Services.runAlone(new CreateAgent(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: create an agent";
  }

  @Override
  public void run(Services services) {
    try (KoreClient kore = services.kore()) {
      KoreAgentGroup group = first(kore.agentGroups().list());
      KoreQueue queue = first(kore.queues().list());
      String roleId = roleId(kore, Objects.requireNonNull(group.orgId()));
      System.out.println("found the group " + group.name() + ", " + group.id());
      System.out.println("found the queue " + queue.name() + ", " + queue.id());
      System.out.println("found a role, " + roleId);

      if (!services.mayWriteToKore("create an agent, find it, then delete it")) {
        return;
      }
      NewKoreAgent nov =
          NewKoreAgent.builder()
              .emailId("nov5@example.com")
              .firstName("Nov")
              .lastName("Agent")
              .role(roleId)
              .customId(CUSTOM_ID)
              .agentGroup(Objects.requireNonNull(group.id()))
              .queue(Objects.requireNonNull(queue.id()), Preferred.NO)
              .canSupportVoice(true)
              .voiceLanguage("en", "expert")
              .createDefaultLayoutAndAssign(true)
              .build();
      KoreAgent created = kore.agents().create(nov).execute();
      System.out.println("created " + created.emailId());

      // Kore.ai does not return the new agent's id, so look it up by our own id.
      KoreAgent found = kore.agents().findByCustomId(CUSTOM_ID).execute().get(0);
      System.out.println("found it by the custom id " + CUSTOM_ID + ", its id is " + found.id());
      var gone = kore.agents().delete(Objects.requireNonNull(found.id())).execute();
      System.out.println("deleted it" + (gone.alreadyGone() ? " (it was already gone)" : ""));
    }
  }

  private static <T> T first(ListCall<T, ?> list) {
    return list.stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the account has none"));
  }

  /** Only an Admin Console app may list roles. Another agent's role works too. */
  private static String roleId(KoreClient kore, String orgId) {
    try {
      return Objects.requireNonNull(first(kore.roles().list()).id());
    } catch (InvalidRequestException noAdminCredentials) {
      KoreAgent other = first(kore.agents().list(orgId));
      String id = Objects.requireNonNull(other.id());
      return Objects.requireNonNull(kore.agents().get(id).execute().roleId());
    }
  }
}
