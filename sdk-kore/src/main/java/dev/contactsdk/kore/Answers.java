package dev.contactsdk.kore;

import dev.contactsdk.core.Decoded;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.paging.PageAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kore.ai's envelopes. Success answers that hold nothing of what was asked for are refused: they
 * may be an error in disguise.
 */
final class Answers {
  private static final JsonType<List<KoreContact>> CONTACTS = new JsonType<>() {};
  private static final JsonType<KoreContact> CONTACT = JsonType.of(KoreContact.class);
  private static final JsonType<Agent> AGENT = JsonType.of(Agent.class);
  private static final JsonType<RolePage> ROLES = JsonType.of(RolePage.class);

  private Answers() {}

  /** Contacts, agents and agent groups say {@code skip}; queues, skill groups and skills a page. */
  public record ResultPage<T>(
      List<T> results,
      @Nullable Long skip,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Boolean hasMore,
      @Nullable Long totalPages,
      @Nullable Long totalResults,
      Map<String, @Nullable Object> additionalProperties) {

    PageAnswer<T> answer() {
      boolean saysNothing = totalResults == null && totalPages == null && hasMore == null;
      refuseForeign(results.isEmpty() && saysNothing, additionalProperties);
      Boolean more = isPastTheEnd() ? Boolean.FALSE : hasMore;
      return new PageAnswer<>(results, skip, page, limit, totalResults, totalPages, more);
    }

    /** The sample of queues says that there are more after page 1 of 1. */
    private boolean isPastTheEnd() {
      return results.isEmpty()
          && page != null
          && totalPages != null
          && totalPages > 0
          && page > totalPages;
    }
  }

  /** The page of "Get Roles", which has counts of its own. */
  public record RolePage(
      List<KoreRole> roles,
      @Nullable Long total,
      @Nullable Boolean availableMore,
      Map<String, @Nullable Object> additionalProperties) {

    PageAnswer<KoreRole> answer() {
      boolean saysNothing = total == null && availableMore == null;
      refuseForeign(roles.isEmpty() && saysNothing, additionalProperties);
      return new PageAnswer<>(roles, null, null, null, total, null, availableMore);
    }
  }

  private static void refuseForeign(boolean empty, Map<String, @Nullable Object> others) {
    if (empty && !others.isEmpty()) {
      throw new MalformedJsonException("the body holds no list");
    }
  }

  static <T> Decoder<PageAnswer<T>> page(JsonType<ResultPage<T>> type) {
    return response -> new Decoded<>(type.read(response.stream()).answer(), null);
  }

  static Decoder<PageAnswer<KoreRole>> roles() {
    return response -> new Decoded<>(ROLES.read(response.stream()).answer(), null);
  }

  /** A contact that is there: anything else may be an error in disguise. */
  static Decoder<KoreContact> contact() {
    return response -> {
      KoreContact contact = CONTACT.read(response.stream());
      if (contact.id() == null && contact.status() == null && contact.cellPhone() == null) {
        throw new MalformedJsonException("the body holds no contact");
      }
      return new Decoded<>(contact, null);
    };
  }

  /** An agent that is there, though the one that was created has no id. */
  static Decoder<Agent> agent() {
    return response -> {
      Agent agent = AGENT.read(response.stream());
      if (agent.id() == null && agent.userId() == null && agent.emailId() == null) {
        throw new MalformedJsonException("the body holds no agent");
      }
      return new Decoded<>(agent, null);
    };
  }

  /** An array or, for one contact, the bare object. What has no id was not created. */
  static Decoder<List<KoreContact>> created() {
    return response -> {
      List<KoreContact> answered = CONTACTS.read(response.stream());
      List<KoreContact> created = answered.stream().filter(c -> c.id() != null).toList();
      if (created.stream().noneMatch(Answers::isMoreThanAnId)) {
        throw new MalformedJsonException("the body holds no contact with an id");
      }
      return new Decoded<>(created, null);
    };
  }

  static Decoder<List<KoreContact>> imported() {
    return response -> {
      List<KoreContact> answered = CONTACTS.read(response.stream());
      if (!answered.isEmpty() && answered.stream().noneMatch(Answers::isMoreThanAnId)) {
        throw new MalformedJsonException("the body holds no contact with an id");
      }
      return new Decoded<>(answered, null);
    };
  }

  /** A bare text such as "OK" reads as an id, but is no contact. */
  private static boolean isMoreThanAnId(KoreContact contact) {
    boolean hasMore =
        contact.status() != null || contact.cellPhone() != null || contact.firstName() != null;
    return hasMore && contact.id() != null;
  }
}
