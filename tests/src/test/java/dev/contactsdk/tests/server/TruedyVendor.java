package dev.contactsdk.tests.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Truedy's contacts and folders, as its pages "Create Contact", "List Contacts" and "Contacts"
 * describe them. Nothing keeps a number from being stored twice.
 */
public final class TruedyVendor implements Backend {
  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 100;

  private final Contacts contacts = new Contacts();
  private final Map<String, String> folders = new HashMap<>();
  private final Paging paging;
  private TruedySearch search = TruedySearch.WORKS;
  private Supplier<String> limitEndsAt = () -> null;
  private int made;

  public TruedyVendor() {
    this(Paging.BY_SKIP);
  }

  public TruedyVendor(Paging paging) {
    this.paging = paging;
  }

  public TruedyVendor search(TruedySearch how) {
    search = how;
    return this;
  }

  /** When the limit is over, in the answer that says that it is used up; null says nothing. */
  public TruedyVendor limitEndsAt(Supplier<String> time) {
    limitEndsAt = time;
    return this;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public Answer handle(Request request) {
    String path = request.path().replaceFirst(".*/contacts", "");
    if (path.startsWith("/folders")) {
      return folder(request, path.replaceFirst("/folders/?", ""));
    }
    return switch (request.method()) {
      case "POST" -> Answer.json(201, one(store(request.object()).fields()));
      case "GET" -> list(request);
      default -> update(path.substring(1), request);
    };
  }

  @Override
  public List<String> numbers(Request create) {
    return List.of(Contacts.digits(create.object().get("phone_number")));
  }

  /** Stores a contact as an earlier request did. */
  public Contacts.Row store(String firstName, String number) {
    return store(Json.object("first_name", firstName, "phone_number", number));
  }

  private Contacts.Row store(Map<String, Object> contact) {
    String number = (String) contact.get("phone_number");
    Map<String, Object> row = Json.object("id", null);
    row.putAll(contact);
    row.put("phone_number", search.spelt(number));
    row.put("created_at", "2026-05-01T08:00:00Z");
    return contacts.add(number, row);
  }

  /** The body of the answer to a create. */
  public static String created(String number) {
    return Json.write(one(new TruedyVendor().store("Ada", number).fields()));
  }

  private Answer list(Request request) {
    int limit = Math.min(MAX_LIMIT, request.query("limit", USUAL_LIMIT));
    List<Contacts.Row> found = search.among(contacts.all(), request.query("search", ""));
    Paging.Slice slice =
        paging.of(found, request.query("offset", 0), request.query("page", 1), limit);
    Map<String, Object> pagination = Json.object("total", slice.total(), "limit", limit);
    if (paging == Paging.BY_SKIP) {
      pagination.put("offset", slice.skip());
      pagination.put("has_more", slice.hasMore());
    } else {
      pagination.put("page", request.query("page", 1));
      pagination.put("pages", slice.pages());
    }
    Map<String, Object> answer = one(slice.fields());
    answer.put("pagination", pagination);
    return Answer.json(200, answer);
  }

  private Answer update(String id, Request request) {
    Contacts.Row row = contacts.find(id);
    if (row == null) {
      return notFound();
    }
    row.fields().putAll(request.object());
    return Answer.json(200, one(row.fields()));
  }

  private Answer folder(Request request, String id) {
    if (request.method().equals("DELETE")) {
      boolean known = folders.remove(id) != null;
      return known ? Answer.json(200, one(Json.object("deleted", true))) : notFound();
    }
    String name = (String) request.object().get("name");
    return Answer.json(201, one(Json.object("id", storeFolder(name), "name", name)));
  }

  /** Stores a folder as an earlier request did. */
  public String storeFolder(String name) {
    String id = "folder_" + ++made;
    folders.put(id, name);
    return id;
  }

  public boolean hasFolder(String id) {
    return folders.containsKey(id);
  }

  private static Map<String, Object> one(Object data) {
    return Json.object("data", data, "meta", Json.object("request_id", "req_1"));
  }

  @Override
  public Answer notFound() {
    return refusal(404, "not_found", "There is no such thing", Json.object());
  }

  @Override
  public Answer limitAnswer() {
    Map<String, Object> details = Json.object("limit", 100);
    String time = limitEndsAt.get();
    if (time != null) {
      details.put("reset_at", time);
    }
    return refusal(429, "rate_limit_exceeded", "Rate limit exceeded", details);
  }

  /** In the form of "Error Handling". */
  public static Answer refusal(int status, String code, String text, Map<String, Object> details) {
    return Answer.json(
        status,
        Json.object("error", Json.object("code", code, "message", text, "details", details)));
  }
}
