package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.SealedText;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreErrorBody;
import dev.contactsdk.kore.internal.KoreErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts. {@link KoreErrors} gets the whole body when it holds no contact, or one that says
 * that it failed: an id may also be that of a contact that was not stored.
 */
final class ContactAnswers {
  private static final JsonType<List<KoreContact>> CONTACTS = new JsonType<>() {};
  private static final JsonType<KoreContact> CONTACT = JsonType.of(KoreContact.class);
  private static final JsonType<KoreBulkResult> BULK = JsonType.of(KoreBulkResult.class);

  private ContactAnswers() {}

  static Decoder<KoreContact> contact() {
    return contact(contact -> contact.id() != null);
  }

  /**
   * After a delete the id is optional: an answer that shows the contact is enough. As documented,
   * it is inactive then.
   */
  static Decoder<Deleted<KoreContact>> deletedContact() {
    Predicate<KoreContact> shown =
        contact -> contact.status() != null || contact.cellPhone() != null;
    Decoder<KoreContact> any = contact(contact -> contact.id() != null || shown.test(contact));
    return Answers.deleted(
        answer -> {
          KoreContact contact = any.decode(answer);
          if (KoreContactStatus.ACTIVE.equals(contact.status())) {
            throw UnusableAnswerException.ofContradiction(
                "the contact is still active", others(contact));
          }
          return contact;
        });
  }

  private static Decoder<KoreContact> contact(Predicate<KoreContact> usable) {
    return answer -> {
      KoreContact contact = CONTACT.read(answer.stream());
      if (!usable.test(contact) || isFailed(contact)) {
        throw UnusableAnswerException.of("the body holds no contact with an id", others(contact));
      }
      return contact;
    };
  }

  /** Reads counts, records or both. */
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

  /** Reads one contact, from an array or alone. An empty array is valid: the contact is missing. */
  static Decoder<List<KoreContact>> created() {
    return answer -> {
      List<KoreContact> answered = CONTACTS.read(answer.stream());
      List<KoreContact> created = withIds(answered);
      if (created.isEmpty() && !answered.isEmpty()) {
        throw UnusableAnswerException.of("the body holds no contact with an id", worst(answered));
      }
      return created;
    };
  }

  /**
   * Reads several contacts. Kore.ai does not document that a success covers all of them, so if it
   * shows none and is no error, each stays unknown.
   */
  static Decoder<List<KoreContact>> createdSeveral() {
    return response -> {
      List<KoreContact> answered = CONTACTS.read(response.stream());
      List<KoreContact> created = withIds(answered);
      if (created.isEmpty() && answered.stream().anyMatch(ContactAnswers::isNoRow)) {
        throw UnusableAnswerException.ofSeveral(
            "the body holds no contact with an id", worst(answered));
      }
      return created;
    };
  }

  /** A bare id, an error, or an encrypted answer. */
  private static boolean isNoRow(KoreContact contact) {
    return contact.id() != null
        || isFailed(contact)
        || SealedText.isIn(contact.additionalProperties());
  }

  /** A row that failed or has no id was not created; a bare id shows no contact. */
  private static List<KoreContact> withIds(List<KoreContact> answered) {
    List<KoreContact> created = new ArrayList<>(answered.size());
    boolean anyIsMore = false;
    for (KoreContact contact : answered) {
      if (contact.id() != null && !isFailed(contact)) {
        created.add(contact);
        anyIsMore |= isMoreThanAnId(contact);
      }
    }
    return anyIsMore ? created : List.of();
  }

  static Decoder<List<KoreContact>> imported() {
    return answer -> {
      List<KoreContact> answered = CONTACTS.read(answer.stream());
      if (!answered.isEmpty() && answered.stream().noneMatch(ContactAnswers::isMoreThanAnId)) {
        throw UnusableAnswerException.ofSeveral(
            "the body holds no contact with an id", worst(answered));
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

  /** The first row that failed, else the first row. */
  private static Map<String, @Nullable Object> worst(List<KoreContact> rows) {
    return others(
        rows.stream().filter(ContactAnswers::isFailed).findFirst().orElseGet(() -> rows.get(0)));
  }

  /** Most answers have nothing but documented properties, so there is nothing to copy. */
  private static boolean isFailed(KoreContact contact) {
    boolean usual = contact.status() == null || contact.status().isKnown();
    return !(usual && contact.additionalProperties().isEmpty())
        && KoreErrorBody.isError(others(contact));
  }

  private static Map<String, @Nullable Object> others(KoreContact contact) {
    KoreContactStatus status = contact.status();
    return Answers.others(status == null ? null : status.value(), contact.additionalProperties());
  }
}
