package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactListCall;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both documented styles, over several pages. */
class PagingTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private static int number(HttpUrl url, String name, int otherwise) {
    String value = url.queryParameter(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, Math.max(from, to))
        .mapToObj(i -> "{\"id\":\"c" + i + "\",\"phone\":\"+1415555" + (1000 + i) + "\"}")
        .collect(Collectors.joining(",", "{\"data\":[", "],\"meta\":{\"request_id\":\"r\"}"));
  }

  private static String byOffset(RecordedRequest request, int total, int most) {
    int limit = Math.min(most, number(request.getUrl(), "limit", 50));
    int offset = number(request.getUrl(), "offset", 0);
    int end = Math.min(total, offset + limit);
    return rows(offset, end)
        + ",\"pagination\":{\"total\":%d,\"limit\":%d,\"offset\":%d,\"has_more\":%b}}"
            .formatted(total, limit, offset, end < total);
  }

  private static String byPage(RecordedRequest request, int total) {
    int limit = number(request.getUrl(), "limit", 50);
    int page = number(request.getUrl(), "page", 1);
    return rows((page - 1) * limit, Math.min(total, page * limit))
        + ",\"pagination\":{\"page\":%d,\"limit\":%d,\"total\":%d,\"pages\":%d}}"
            .formatted(page, limit, total, (total + limit - 1) / limit);
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  private static String query(RecordedRequest request) {
    return request.getUrl().query();
  }

  private TruedyContactListCall tens() {
    return vendor.client.contacts().list().pageSize(10);
  }

  @Test
  void goesOnByOffsetWhereTheServerDoes() {
    vendor.answersBy(request -> byOffset(request, 25, 100));
    assertThat(tens().stream().map(TruedyContact::id).toList()).isEqualTo(ids(25));
    assertThat(vendor.requests())
        .extracting(PagingTest::query)
        .allSatisfy(query -> assertThat(query).contains("offset=").doesNotContain("page="))
        .hasSize(3);
  }

  @Test
  void goesOnByPageWhereTheServerDoes() {
    vendor.answersBy(request -> byPage(request, 25));
    assertThat(tens().stream().map(TruedyContact::id).toList()).isEqualTo(ids(25));
    assertThat(vendor.requests())
        .extracting(PagingTest::query)
        .containsExactly("limit=10&offset=0", "limit=10&page=2", "limit=10&page=3");
  }

  @Test
  void losesNothingWhereTheServerSendsFewerThanAsked() {
    vendor.answersBy(request -> byOffset(request, 25, 4));
    assertThat(tens().stream().map(TruedyContact::id).toList()).isEqualTo(ids(25));
  }

  @Test
  void readsAServerThatSaysNothingOfPagesInEitherStyle() {
    vendor.answersBy(
        request -> {
          int offset = number(request.getUrl(), "offset", 0);
          return rows(offset, Math.min(25, offset + 10)) + "}";
        });
    assertThat(tens().stream().map(TruedyContact::id).toList()).isEqualTo(ids(25));
    assertThat(vendor.requests().get(1).getUrl().queryParameter("page")).isEqualTo("2");
    vendor.answersBy(
        request -> {
          int page = number(request.getUrl(), "page", 1);
          return rows((page - 1) * 10, Math.min(25, page * 10)) + "}";
        });
    assertThat(tens().stream().map(TruedyContact::id).toList()).isEqualTo(ids(25));
  }

  @Test
  void failsLoudlyWhereTheServerTakesNoPlace() {
    vendor.answersBy(
        request -> rows(0, 10) + ",\"pagination\":{\"total\":25,\"limit\":10,\"has_more\":true}}");
    assertThatThrownBy(() -> tens().stream().count())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("truedy.contacts.list");
  }

  @Test
  void aCursorKeepsTheStyle() {
    vendor.answersBy(request -> byPage(request, 25));
    Page<TruedyContact> first = tens().execute();
    PageCursor cursor = PageCursor.parse(first.next().toString());
    vendor.requests();
    Page<TruedyContact> second = vendor.client.contacts().list().from(cursor).execute();
    assertThat(query(vendor.request())).isEqualTo("limit=10&page=2");
    assertThat(second.items().get(0).id()).isEqualTo("c10");
  }

  @Test
  void aCursorIsRefusedForOtherFiltersBeforeAnythingIsSent() {
    vendor.answersBy(request -> byOffset(request, 25, 100));
    Page<TruedyContact> first = tens().folder("folder_q7").search("Mira").execute();
    PageCursor cursor = PageCursor.parse(first.next().toString());
    assertThat(tens().from(cursor).search("Mira").folder("folder_q7").execute().items())
        .isNotEmpty();
    assertThatThrownBy(() -> tens().folder("folder_q8").search("Mira").from(cursor).execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("other filters");
    assertThat(vendor.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void skipsWholePagesInEitherStyle() {
    vendor.answersBy(request -> byPage(request, 25));
    assertThat(tens().skip(20).execute().items()).extracting(TruedyContact::id).contains("c20");
    vendor.answersBy(request -> byOffset(request, 25, 100));
    assertThat(tens().skip(7).execute().items()).extracting(TruedyContact::id).contains("c7");
  }

  @Test
  void refusesToSkipAPartOfAPageWhereTheServerCountsPages() {
    vendor.answersBy(request -> byPage(request, 25));
    assertThatThrownBy(() -> tens().skip(7).execute())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("multiple of pageSize");
  }

  @Test
  void filtersStayOnEveryPage() {
    vendor.answersBy(request -> byOffset(request, 25, 100));
    assertThat(tens().folder("folder_q7").stream().count()).isEqualTo(25);
    assertThat(vendor.requests())
        .extracting(PagingTest::query)
        .allSatisfy(query -> assertThat(query).startsWith("folder_id=folder_q7&"));
  }

  @Test
  void foldersAndAgentsGoByOffsetAlone() {
    vendor.answersBy(request -> byOffset(request, 25, 100));
    assertThat(vendor.client.folders().list().pageSize(10).stream().count()).isEqualTo(25);
    assertThat(vendor.client.agents().list().pageSize(10).stream().count()).isEqualTo(25);
    assertThat(vendor.targets())
        .hasSize(6)
        .allSatisfy(target -> assertThat(target).doesNotContain("page="));
  }
}
