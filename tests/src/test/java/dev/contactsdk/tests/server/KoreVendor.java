package dev.contactsdk.tests.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Kore.ai's contacts, as its pages "Create a Contact by Giving Details", "Get All Contacts",
 * "Update a Contact" and "Delete a Contact" describe them. A number is taken once. Of an array,
 * what comes before a refused element stays created.
 */
public final class KoreVendor implements Backend {
  private static final int USUAL_LIMIT = 10;

  private final Contacts contacts = new Contacts();
  private final Paging paging;
  private final int maxLimit;
  private int arrayLimit = Integer.MAX_VALUE;

  public KoreVendor() {
    this(Paging.BY_SKIP, 100);
  }

  public KoreVendor(Paging paging, int maxLimit) {
    this.paging = paging;
    this.maxLimit = maxLimit;
  }

  /** Takes so many elements of an array, and breaks down at the next. */
  public KoreVendor breaksAfter(int elements) {
    arrayLimit = elements;
    return this;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public Answer handle(Request request) {
    String path = request.path().replaceFirst(".*/contacts", "");
    return switch (request.method()) {
      case "POST" -> create(request.objects());
      case "GET" -> list(request);
      case "PUT" -> update(path.substring(1), request);
      default -> delete(path.substring(1));
    };
  }

  @Override
  public List<String> numbers(Request create) {
    return create.objects().stream().map(KoreVendor::number).map(Contacts::digits).toList();
  }

  @SuppressWarnings("unchecked")
  private static String number(Map<String, Object> contact) {
    Map<String, Object> phone = (Map<String, Object>) contact.get("cellPhone");
    return "" + phone.get("countryCode") + phone.get("phoneNumber");
  }

  private Answer create(List<Map<String, Object>> wanted) {
    List<Object> created = new ArrayList<>();
    for (Map<String, Object> contact : wanted) {
      if (contacts.count(number(contact)) > 0) {
        return refusal(400, "Contact with this phone number already exists");
      }
      if (created.size() == arrayLimit) {
        arrayLimit = Integer.MAX_VALUE;
        return refusal(400, "Something went wrong");
      }
      created.add(store(contact).fields());
    }
    return Answer.json(200, created);
  }

  /** Stores a contact as an earlier request did. */
  public Contacts.Row store(String firstName, String number) {
    Map<String, Object> phone = Json.object("countryCode", "+1", "extension", "+");
    phone.put("phoneNumber", number.replaceFirst("^\\+?1", ""));
    return store(
        Json.object(
            "firstName", firstName, "lastName", "Byron", "salutation", "Mrs", "cellPhone", phone));
  }

  private Contacts.Row store(Map<String, Object> contact) {
    String number = number(contact);
    Map<String, Object> phone = Json.object("phoneNumber", number);
    phone.put("countryCode", "+1");
    phone.put("extension", "+");
    Map<String, Object> row = Json.object("status", "ACTIVE");
    row.putAll(contact);
    row.put("cellPhone", phone);
    return contacts.add(number, row);
  }

  /** The body of the answer to a create. */
  public static String created(String number) {
    return Json.write(List.of(new KoreVendor().store("Ada", number).fields()));
  }

  private Answer list(Request request) {
    int limit = Math.min(maxLimit, request.query("limit", USUAL_LIMIT));
    Paging.Slice slice =
        paging.of(contacts.all(), request.query("skip", 0), request.query("page", 1), limit);
    Map<String, Object> answer = Json.object("results", slice.fields(), "skip", slice.skip());
    answer.put("limit", limit);
    answer.put("hasMore", slice.hasMore());
    answer.put("totalPages", slice.pages());
    answer.put("totalResults", slice.total());
    return Answer.json(200, answer);
  }

  private Answer update(String id, Request request) {
    Contacts.Row row = contacts.find(id);
    if (row == null) {
      return notFound();
    }
    row.fields().putAll(request.object());
    return Answer.json(200, row.fields());
  }

  private Answer delete(String id) {
    Contacts.Row row = contacts.find(id);
    if (row == null || row.isDeleted()) {
      return notFound();
    }
    row.fields().put("status", "INACTIVE");
    return Answer.json(200, row.fields());
  }

  @Override
  public Answer notFound() {
    return refusal(404, "Contact not found");
  }

  @Override
  public Answer limitAnswer() {
    return refusal(
        429,
        "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.");
  }

  private static Answer refusal(int status, String text) {
    return Answer.json(
        status, Json.object("errors", List.of(Json.object("msg", text, "code", status))));
  }
}
