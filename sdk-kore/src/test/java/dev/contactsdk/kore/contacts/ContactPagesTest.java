package dev.contactsdk.kore.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts of a server that refuses paging parameters: Kore.ai documents none for them. */
class ContactPagesTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private static final String REFUSAL =
      "{\"errors\":[{\"msg\":\"unknown parameter\",\"code\":412}]}";

  /** Contacts of a list of 15, in pages of 10. */
  private static String page(int skip, int count) {
    String rows =
        IntStream.range(skip, skip + count)
            .mapToObj(i -> "{\"id\":\"c" + i + "\",\"firstName\":\"N" + i + "\"}")
            .collect(Collectors.joining(","));
    return "{\"results\":[%s],\"skip\":%d,\"limit\":10,\"hasMore\":%b,\"totalResults\":15}"
        .formatted(rows, skip, skip + count < 15);
  }

  private KoreContactListCall list() {
    return vendor.client().contacts().list();
  }

  private void asked(String query) {
    assertThat(Vendor.line(vendor.request())).isEqualTo("GET " + Vendor.BASE + "/contacts" + query);
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  @Test
  void theFirstPageIsAskedForAsDocumentedWhereTheParametersAreRefused() {
    vendor.answer(412, REFUSAL).answer(200, page(0, 10)).answer(200, page(9, 6));
    assertThat(list().stream().map(KoreContact::id).toList()).isEqualTo(ids(15));
    asked("?page=1&limit=100");
    asked("");
    asked("?page=2&skip=9");
  }

  @Test
  void aListGoesOnWithWhatTheServerTookAlsoFromACursor() {
    vendor.answer(412, REFUSAL).answer(200, page(0, 10)).answer(200, page(9, 6));
    KoreContactListCall list = list();
    Page<KoreContact> first = list.execute();
    Page<KoreContact> second = list.from(first.next()).execute();
    assertThat(second.items()).extracting(KoreContact::id).endsWith("c14").hasSize(5);
    assertThat(vendor.requests()).isEqualTo(3);
    vendor.answer(412, REFUSAL).answer(200, page(9, 6));
    PageCursor cursor = PageCursor.parse(first.next().toString());
    assertThat(list().from(cursor).execute().items()).hasSize(5);
  }

  /** It has pages of 50, counts by row where it gets skip, and tells nothing of paging. */
  @ParameterizedTest
  @ValueSource(ints = {99, 100, 120, 130})
  void aServerThatTakesSkipBeforePageIsReadToItsEnd(int total) throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              String skip = request.getUrl().queryParameter("skip");
              String page = request.getUrl().queryParameter("page");
              int from = skip == null ? 50 * (Integer.parseInt(page) - 1) : Integer.parseInt(skip);
              return new MockResponse.Builder()
                  .body(rows(from, Math.min(total, from + 50)))
                  .build();
            }
          });
      server.start();
      try (KoreClient client =
          vendor.builder().baseUrl("http://127.0.0.1:" + server.getPort()).build()) {
        assertThat(client.contacts().list().stream().map(KoreContact::id).toList())
            .isEqualTo(ids(total));
      }
    }
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"id\":\"c" + i + "\"}")
        .collect(Collectors.joining(",", "{\"results\":[", "]}"));
  }

  @Test
  void theLastRefusalIsTheFailureWhereNothingIsTaken() {
    vendor.answer(412, REFUSAL).answer(412, REFUSAL.replace("unknown", "no"));
    assertThatThrownBy(() -> list().execute())
        .isInstanceOf(ApiException.BadRequest.class)
        .hasMessageContaining("no parameter");
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @Test
  void aFurtherPageThatIsRefusedIsAFailure() {
    vendor.answer(412, REFUSAL).answer(200, page(0, 10)).answer(412, REFUSAL);
    assertThatThrownBy(() -> list().stream().count()).isInstanceOf(ApiException.BadRequest.class);
    assertThat(vendor.requests()).isEqualTo(3);
  }

  @Test
  void whatWasTakenOnceIsNotReplacedInTheMiddleOfAList() {
    vendor.answer(200, page(0, 10)).answer(412, REFUSAL);
    assertThatThrownBy(() -> list().pageSize(10).stream().count())
        .isInstanceOf(ApiException.BadRequest.class);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @Test
  void anotherRefusalIsNotTakenForOneOfTheParameters() {
    vendor.answer(404, "{}");
    assertThatThrownBy(() -> list().execute()).isInstanceOf(ApiException.NotFound.class);
    assertThat(vendor.requests()).isEqualTo(1);
  }

  @Test
  void rowsAreNotLeftOutByARequestWithoutQuery() {
    vendor.answer(412, REFUSAL).answer(200, page(10, 5));
    assertThat(list().skip(10).pageSize(10).stream().map(KoreContact::id).toList())
        .isEqualTo(ids(15).subList(10, 15));
    asked("?page=2&skip=10&limit=10");
    asked("?page=2&skip=10");
  }

  @Test
  void aLookUpAsksForTheLargestPageThatTheServerTakes() {
    String found =
        page(9, 6)
            .replace("\"firstName\":\"N14\"", "\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}");
    vendor.cut().answer(412, REFUSAL).answer(200, page(0, 10)).answer(200, found);
    KoreContact contact =
        vendor.client().contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(contact.id()).isEqualTo("c14");
    vendor.request();
    asked("?page=1&limit=1000");
    asked("?page=1&limit=100");
    asked("?page=2&skip=9&limit=100");
  }
}
