package dev.contactsdk.core.paging;

import dev.contactsdk.core.error.InvalidRequestException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A place in a list to go on from, also in another process: {@link #toString()} and {@link
 * #parse(String)} carry it there. Holds ids of rows, no other data.
 */
public final class PageCursor {
  private static final String VERSION = "c1";

  private final String operation;
  private final PageRequest request;
  private final List<String> previousIds;

  PageCursor(String operation, PageRequest request, List<String> previousIds) {
    this.operation = operation;
    this.request = request;
    this.previousIds = List.copyOf(previousIds);
  }

  /**
   * Reads a cursor back.
   *
   * @param text what {@link #toString()} gave
   * @return the cursor
   * @throws InvalidRequestException when it is not a cursor
   */
  public static PageCursor parse(String text) {
    String[] parts = text.split("~", -1);
    try {
      if (parts.length == 7 && parts[0].equals(VERSION)) {
        PageRequest request =
            new PageRequest(
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Integer.parseInt(parts[4]),
                PagingStyle.valueOf(parts[5]));
        return new PageCursor(parts[1], request, ids(parts[6]));
      }
    } catch (IllegalArgumentException e) {
      // falls through to the one message below: which part is damaged does not help
    }
    throw new InvalidRequestException(
        "cursor", "is not a cursor: pass on what PageCursor.toString() gave, whole");
  }

  private static List<String> ids(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1))
            .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
            .toList();
  }

  String operation() {
    return operation;
  }

  PageRequest request() {
    return request;
  }

  List<String> previousIds() {
    return previousIds;
  }

  /** The cursor as text of URL-safe characters. */
  @Override
  public String toString() {
    List<String> ids =
        previousIds.stream().map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8)).toList();
    return String.join(
        "~",
        VERSION,
        operation,
        Long.toString(request.offset()),
        Long.toString(request.page()),
        Integer.toString(request.limit()),
        request.style().name(),
        String.join(",", ids).replace("~", "%7E"));
  }
}
