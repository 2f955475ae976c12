package dev.contactsdk.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the server answers, all made up. */
final class Canned {
  static final String API_KEY = "truedy_0123456789abcdefghijABCDEFGHIJ01";
  static final String STREAM_ID = "st-0a1b2c3d-1111-5222-8333-444455556666";
  static final String ACCOUNT_ID = "65aa00000000000000000001";
  static final String CLIENT_ID = "cs-0a1b2c3d-1111-5222-8333-444455556666";
  static final String CLIENT_SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private static final int DIGITS = 12;
  private static final String[] INDUSTRIES = {"health", "retail", "energy", "travel", "law"};
  private static final String[] PLACES = {"Pune", "Oslo", "Lima", "Graz", "Accra", "Leeds"};

  static final byte[] CREATED_TRUEDY =
      ascii(
          ("{\"data\":" + contact(7) + ",\"meta\":" + meta() + "}")
              .replaceFirst("\\+1\\d{12}", "+14155550123"));
  static final byte[] REFUSED_TRUEDY =
      ascii(
          "{\"error\":{\"code\":\"conflict\",\"message\":\"A contact with the number +1"
              + " 415-555-0123 exists already: Asha"
              + " Rao\",\"details\":{\"resource\":\"contact\"}},\"meta\":"
              + meta()
              + "}");
  static final byte[] CREATED_KORE =
      ascii(
          """
          [{"status":"ACTIVE","firstName":"Ada","lastName":"Byron","salutation":"Mrs",\
          "cellPhone":{"phoneNumber":"+12025550101","countryCode":"+1","extension":"+"},\
          "createdBy":"u-0a1b2c3d-1111-5222-8333-444455556666",\
          "orgId":"o-0a1b2c3d-1111-5222-8333-444455556666",\
          "accountId":"65aa00000000000000000001",\
          "instanceBotId":"st-0a1b2c3d-1111-5222-8333-444455556666",\
          "fullName":"Ada Byron","address":[],"twitterDetails":[],\
          "createdAt":"2026-02-01T10:00:00.000Z","updatedAt":"2026-02-01T10:00:00.000Z",\
          "id":"66bb00000000000000000001"}]\
          """);

  private Canned() {}

  static byte[] list(int rows) {
    return ascii(page(0, rows, rows, rows));
  }

  /** Three times and six fields that the documents do not have. */
  private static String contact(long number) {
    int n = (int) (number % 100);
    return String.format(
        Locale.ROOT,
        """
        {"id":"con_%1$012d","phone_number":"+1%1$012d","first_name":"First%2$d","last_name":"Last%3$d",\
        "email":"contact.%1$012d@example.com","custom_fields":{"plan":"gold","score":%2$d},\
        "folder_id":"fld_2f6e1c","call_count":%3$d,"last_called_at":"2026-04-01T17:42:11.250Z",\
        "company_name":"Company %3$d","industry":"%4$s","location":"%5$s","pin_code":"4110%2$02d",\
        "keywords":["vip","%4$s"],"created_at":"2026-03-01T10:15:30.123456Z",\
        "updated_at":"2026-04-02T08:00:05Z","organization_id":"org_51c0ffee","source":"import",\
        "timezone":"Asia/Kolkata","language":"en","do_not_call":false,"attempts":%3$d}\
        """,
        number,
        n,
        n % 50,
        INDUSTRIES[n % INDUSTRIES.length],
        PLACES[n % PLACES.length]);
  }

  private static String meta() {
    return "{\"request_id\":\"req_1a2b3c4d\",\"ts\":\"2026-05-01T08:00:00Z\"}";
  }

  private static String page(long offset, int rows, int limit, long total) {
    List<String> contacts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      contacts.add(contact(offset + i));
    }
    return "{\"data\":[" + String.join(",", contacts) + end(offset, rows, limit, total);
  }

  private static String end(long offset, int rows, int limit, long total) {
    return "],\"meta\":"
        + meta()
        + ",\"pagination\":{\"offset\":"
        + offset
        + ",\"limit\":"
        + limit
        + ",\"total\":"
        + total
        + ",\"has_more\":"
        + (offset + rows < total)
        + "}}";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Pages of one long list: a page is copied and its numbers are written over. */
  static final class Pages {
    private static final int ROWS = 100;

    private final byte[] template;
    private final int end;
    private final int[][] numbers = new int[ROWS][];

    Pages() {
      long marked = 900_000_000_000L;
      String text = Canned.page(marked, ROWS, ROWS, marked);
      this.template = ascii(text);
      this.end = text.lastIndexOf("],\"meta\"");
      for (int i = 0; i < ROWS; i++) {
        numbers[i] = places(text, Long.toString(marked + i));
      }
    }

    private int[] places(String text, String number) {
      List<Integer> places = new ArrayList<>();
      for (int at = text.indexOf(number); at >= 0 && at < end; at = text.indexOf(number, at + 1)) {
        places.add(at);
      }
      return places.stream().mapToInt(Integer::intValue).toArray();
    }

    byte[] page(long offset, int limit, long total) {
      int rows = (int) Math.max(0, Math.min(Math.min(limit, ROWS), total - offset));
      if (rows < ROWS) {
        return ascii(Canned.page(offset, rows, limit, total));
      }
      byte[] tail = ascii(Canned.end(offset, rows, limit, total));
      byte[] page = new byte[end + tail.length];
      System.arraycopy(template, 0, page, 0, end);
      System.arraycopy(tail, 0, page, end, tail.length);
      for (int i = 0; i < ROWS; i++) {
        for (int place : numbers[i]) {
          write(page, place, offset + i);
        }
      }
      return page;
    }

    private static void write(byte[] page, int place, long number) {
      long rest = number;
      for (int i = DIGITS - 1; i >= 0; i--) {
        page[place + i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }
}
