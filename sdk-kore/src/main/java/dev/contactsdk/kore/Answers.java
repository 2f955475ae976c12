package dev.contactsdk.kore;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.paging.PageAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Kore.ai's envelopes. A success that holds nothing of what was asked for is handed to {@link
 * KoreErrors} with all that it does hold: it may be an error in disguise.
 */
final class Answers {
  private static final JsonType<List<KoreContact>> CONTACTS = new JsonType<>() {};
  private static final JsonType<KoreContact> CONTACT = JsonType.of(KoreContact.class);
  private static final JsonType<List<Agent>> AGENTS = new JsonType<>() {};
  private static final JsonType<Agent> AGENT = JsonType.of(Agent.class);
  private static final JsonType<AgentGroup> GROUP = JsonType.of(AgentGroup.class);
  private static final JsonType<KoreBulkResult> BULK = JsonType.of(KoreBulkResult.class);
  private static final JsonType<RolePage<List<KoreRole>>> ROLES = new JsonType<>() {};

  private Answers() {}

  /**
   * Contacts, agents and agent groups say {@code skip}; queues, skill groups and skills a page.
   *
   * @param results the rows; null when there is no such property
   */
  public record ResultPage<R>(
      @Nullable R results,
      @Nullable Long skip,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Boolean hasMore,
      @Nullable Long totalPages,
      @Nullable Long totalResults,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** No list or map is null, and none can be changed. */
    public ResultPage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    static <T> PageAnswer<T> answer(ResultPage<List<T>> answered) {
      List<T> rows = rows(answered.results, answered.totalResults, answered.additionalProperties);
      Boolean more = answered.isPastTheEnd(rows) ? Boolean.FALSE : answered.hasMore;
      return new PageAnswer<>(
          rows,
          answered.skip,
          answered.page,
          answered.limit,
          answered.totalResults,
          answered.totalPages,
          more);
    }

    /** The sample of queues says that there are more after page 1 of 1. */
    private boolean isPastTheEnd(List<?> rows) {
      return rows.isEmpty()
          && page != null
          && totalPages != null
          && totalPages > 0
          && page > totalPages;
    }
  }

  /** The page of "Get Roles", which has counts of its own. */
  public record RolePage<R>(
      @Nullable R roles,
      @Nullable Long total,
      @Nullable Boolean availableMore,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** No list or map is null, and none can be changed. */
    public RolePage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    static PageAnswer<KoreRole> answer(RolePage<List<KoreRole>> answered) {
      List<KoreRole> rows = rows(answered.roles, answered.total, answered.additionalProperties);
      return new PageAnswer<>(rows, null, null, null, answered.total, null, answered.availableMore);
    }
  }

  /** An empty object is no empty list, unless it says that there are no rows. */
  private static <T> List<T> rows(
      @Nullable List<T> rows, @Nullable Long total, Map<String, @Nullable Object> others) {
    boolean none = rows == null && !Long.valueOf(0).equals(total);
    if (none || KoreErrorBody.isError(others)) {
      throw UnusableAnswerException.of("the body holds no list", others);
    }
    return rows == null ? List.of() : rows;
  }

  static <T> Decoder<PageAnswer<T>> page(JsonType<ResultPage<List<T>>> type) {
    return answer -> ResultPage.answer(type.read(answer.stream()));
  }

  static Decoder<PageAnswer<KoreRole>> roles() {
    return answer -> RolePage.answer(ROLES.read(answer.stream()));
  }

  static Decoder<KoreContact> contact() {
    return contact(contact -> contact.id() != null);
  }

  /** Once it is deleted its id matters less: an answer that shows the contact is enough. */
  static Decoder<Deleted<KoreContact>> deletedContact() {
    Predicate<KoreContact> shown =
        contact -> contact.status() != null || contact.cellPhone() != null;
    return Decoder.deleted(
        contact(c -> c.id() != null || (shown.test(c) && !KoreErrorBody.isError(others(c)))));
  }

  private static Decoder<KoreContact> contact(Predicate<KoreContact> usable) {
    return answer -> {
      KoreContact contact = CONTACT.read(answer.stream());
      if (!usable.test(contact)) {
        throw UnusableAnswerException.of("the body holds no contact with an id", others(contact));
      }
      return contact;
    };
  }

  static Decoder<Agent> agent() {
    return agent(agent -> agent.id() != null);
  }

  /** The documented answer has the user's id, and none of the agent. */
  static Decoder<Agent> createdAgent() {
    return agent(agent -> agent.id() != null || agent.userId() != null);
  }

  static Decoder<Deleted<Agent>> deletedAgent() {
    Predicate<Agent> shown = agent -> agent.userId() != null || agent.emailId() != null;
    return Decoder.deleted(
        agent(a -> a.id() != null || (shown.test(a) && !KoreErrorBody.isError(others(a)))));
  }

  private static Decoder<Agent> agent(Predicate<Agent> usable) {
    return answer -> {
      Agent agent = AGENT.read(answer.stream());
      if (!usable.test(agent)) {
        throw UnusableAnswerException.of("the body holds no agent with an id", others(agent));
      }
      return agent;
    };
  }

  /** Agents, or bare ids, or one of them; none is an answer too. */
  static Decoder<List<Agent>> agents() {
    return answer -> {
      List<Agent> agents = AGENTS.read(answer.stream());
      if (!agents.isEmpty() && agents.stream().allMatch(agent -> agent.id() == null)) {
        throw UnusableAnswerException.of(
            "the body holds no agent with an id", others(agents.get(0)));
      }
      return agents;
    };
  }

  static Decoder<AgentGroup> group() {
    return answer -> {
      AgentGroup group = GROUP.read(answer.stream());
      if (group.id() == null) {
        throw UnusableAnswerException.of(
            "the body holds no agent group with an id",
            others(group.status(), group.additionalProperties()));
      }
      return group;
    };
  }

  /** Counts, or records, or both. */
  static Decoder<KoreBulkResult> bulk() {
    return answer -> {
      KoreBulkResult result = BULK.read(answer.stream());
      if (result.isSilent()) {
        throw UnusableAnswerException.ofSeveral(
            "the body holds no result", result.additionalProperties());
      }
      return result;
    };
  }

  /** An array or, for one contact, the bare object. What has no id was not created. */
  static Decoder<List<KoreContact>> created() {
    return answer -> {
      List<KoreContact> answered = CONTACTS.read(answer.stream());
      List<KoreContact> created = answered.stream().filter(c -> c.id() != null).toList();
      if (created.stream().noneMatch(Answers::isMoreThanAnId)) {
        throw UnusableAnswerException.of(
            "the body holds no contact with an id", othersOfFirst(answered));
      }
      return created;
    };
  }

  static Decoder<List<KoreContact>> imported() {
    return answer -> {
      List<KoreContact> answered = CONTACTS.read(answer.stream());
      if (!answered.isEmpty() && answered.stream().noneMatch(Answers::isMoreThanAnId)) {
        throw UnusableAnswerException.ofSeveral(
            "the body holds no contact with an id", othersOfFirst(answered));
      }
      return answered;
    };
  }

  /** A bare text such as "OK" reads as an id, but is no contact. */
  private static boolean isMoreThanAnId(KoreContact contact) {
    boolean hasMore =
        contact.status() != null || contact.cellPhone() != null || contact.firstName() != null;
    return hasMore && contact.id() != null;
  }

  private static Map<String, @Nullable Object> othersOfFirst(List<KoreContact> contacts) {
    return contacts.isEmpty() ? Map.of() : others(contacts.get(0));
  }

  private static Map<String, @Nullable Object> others(KoreContact contact) {
    ContactStatus status = contact.status();
    return others(status == null ? null : status.value(), contact.additionalProperties());
  }

  private static Map<String, @Nullable Object> others(Agent agent) {
    AgentStatus status = agent.status();
    return others(status == null ? null : status.value(), agent.additionalProperties());
  }

  /** An error's status is read as the record's. */
  private static Map<String, @Nullable Object> others(
      @Nullable String status, Map<String, @Nullable Object> additional) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(additional);
    if (status != null) {
      all.put("status", status);
    }
    return all;
  }
}
