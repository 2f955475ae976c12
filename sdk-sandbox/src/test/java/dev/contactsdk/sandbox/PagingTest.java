package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {

  private static Http.Answer page(Paging paging, String query) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().paging(paging).start()) {
      sandbox.seedContacts(5);
      return new KoreCalls(sandbox).get("/contacts?" + query);
    }
  }

  private static List<Object> names(Http.Answer answer) {
    return answer.array("results").stream().map(row -> row.get("firstName")).toList();
  }

  @Test
  void honoursPage() throws Exception {
    assertThat(names(page(Paging.byPage(), "page=2&limit=2&skip=1")))
        .containsExactly("First2", "First3");
  }

  @Test
  void honoursSkip() throws Exception {
    Http.Answer answer = page(Paging.bySkip(), "page=2&limit=2&skip=1");
    assertThat(names(answer)).containsExactly("First1", "First2");
    assertThat(answer.object()).containsEntry("skip", 1);
  }

  @Test
  void ignoresEverything() throws Exception {
    Http.Answer answer = page(Paging.ignored(), "page=2&limit=2&skip=1");
    assertThat(names(answer)).hasSize(5);
    assertThat(answer.object()).containsEntry("skip", 0).containsEntry("limit", 10);
  }

  @Test
  void clampsTheLimit() throws Exception {
    Http.Answer answer = page(Paging.byPage().maxLimit(2), "limit=100");
    assertThat(names(answer)).hasSize(2);
    assertThat(answer.object()).containsEntry("limit", 2).containsEntry("hasMore", true);
  }

  @Test
  void leavesOnePageEmptyWithoutLosingARow() throws Exception {
    Paging paging = Paging.byPage().emptyPage(2);
    assertThat(names(page(paging, "page=1&limit=2"))).containsExactly("First0", "First1");
    Http.Answer empty = page(paging, "page=2&limit=2");
    assertThat(names(empty)).isEmpty();
    assertThat(empty.object()).containsEntry("hasMore", true);
    assertThat(names(page(paging, "page=3&limit=2"))).containsExactly("First2", "First3");
    Http.Answer last = page(paging, "page=4&limit=2");
    assertThat(names(last)).containsExactly("First4");
    assertThat(last.object()).containsEntry("hasMore", false);
  }

  @Test
  void repeatsAPage() throws Exception {
    Http.Answer answer = page(Paging.byPage().repeatPage(2), "page=2&limit=2");
    assertThat(names(answer)).containsExactly("First0", "First1");
    assertThat(answer.object()).containsEntry("skip", 2);
  }

  @Test
  void liesAboutTotals() throws Exception {
    Http.Answer answer = page(Paging.byPage().wrongTotal(0).hasMoreAlways(true), "page=3&limit=2");
    assertThat(answer.object())
        .containsEntry("totalResults", 0)
        .containsEntry("totalPages", 0)
        .containsEntry("hasMore", true);
  }

  @Test
  void leavesThePagingFieldsOut() throws Exception {
    assertThat(page(Paging.byPage().withoutFields(), "page=1").object())
        .containsOnlyKeys("results");
  }

  @Test
  void refusesNonsense() throws Exception {
    assertThat(page(Paging.byPage(), "limit=0").status()).isEqualTo(412);
    assertThat(page(Paging.byPage(), "page=x").status()).isEqualTo(412);
    assertThat(names(page(Paging.byPage(), "page=2147483647&limit=1000000"))).isEmpty();
  }

  @Test
  void letsATestChangeTheRowsBetweenPages() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.seedContacts(4);
      Object first = sandbox.contacts().get(0).get("id");
      sandbox.beforeRequest(
          request -> {
            if ("2".equals(request.query().get("page"))) {
              sandbox.removeContact(first.toString());
              sandbox.addContact(
                  Map.of("firstName", "New", "cellPhone", Map.of("phoneNumber", "+19")));
            }
          });
      KoreCalls kore = new KoreCalls(sandbox);
      assertThat(names(kore.get("/contacts?page=1&limit=2"))).containsExactly("First0", "First1");
      assertThat(names(kore.get("/contacts?page=2&limit=2"))).containsExactly("First3", "New");
    }
  }
}
