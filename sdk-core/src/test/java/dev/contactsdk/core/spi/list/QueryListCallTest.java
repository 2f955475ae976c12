package dev.contactsdk.core.spi.list;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.time.VirtualClock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryListCallTest {
  private static final Endpoint<PageAnswer<String>> LIST =
      Endpoint.get("t.list", "/things", response -> page(Json.read(response.bytes())));

  private static final ListEndpoint<String> ROWS =
      new ListEndpoint<>(
          LIST,
          row -> row,
          page -> Map.of("at", page.offset(), "max", page.limit()),
          Position.first(3, 10));

  private static PageAnswer<String> page(@Nullable Object rows) {
    List<String> items = ((List<?>) rows).stream().map(String::valueOf).toList();
    return new PageAnswer<>(items, null, null, null, null, null, items.size() == 3);
  }

  private static final class Things extends QueryListCall<String, Things> {
    Things(State<String> state) {
      super(state);
    }

    Things named(@Nullable String name) {
      return filter("name", name);
    }

    @Override
    protected Things copy(State<String> changed) {
      return new Things(changed);
    }
  }

  private final VirtualClock time = new VirtualClock();

  private Things things(ScriptedTransport transport) {
    ApiEngine engine = TestClient.of(transport, time).open();
    return new Things(QueryListCall.State.of(engine, CallOptions.DEFAULT, ROWS));
  }

  private static ScriptedTransport pages(String... bodies) {
    return ScriptedTransport.of(
        List.of(bodies).stream()
            .map(body -> answer(200, body))
            .toArray(ScriptedTransport.Step[]::new));
  }

  @Test
  void asksForEachPageWithThePlaceAndTheFilters() {
    ScriptedTransport transport = pages("[1,2,3]", "[3,4]", "[1,2,3]");
    Things call = things(transport).named("a").named("b c");
    assertThat(call.items()).containsExactly("1", "2", "3", "4");
    assertThat(transport.sent())
        .extracting(sent -> sent.url().substring(sent.url().indexOf('?') + 1).split("&"))
        .allSatisfy(query -> assertThat(query).contains("name=b%20c", "max=3"))
        .satisfiesExactly(
            query -> assertThat(query).contains("at=0"),
            query -> assertThat(query).contains("at=2"),
            query -> assertThat(query).contains("at=0"));
  }

  @Test
  void aFilterOfNullIsLeftOut() {
    ScriptedTransport transport = pages("[]");
    assertThat(things(transport).named("a").named(null).execute().items()).isEmpty();
    assertThat(transport.onlySent().url()).doesNotContain("name");
  }

  @Test
  void aRowIsKnownByItsId() {
    assertThatThrownBy(() -> things(pages("[1,2,3]", "[1,2,3]", "[1,2,3]")).stream().count())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("t.list: the server sent the same rows again");
  }

  @Test
  void printsTheOperationOnly() {
    assertThat(things(pages()).named("canary")).hasToString(LIST.toString());
    assertThat(LIST.toString()).contains("t.list").doesNotContain("canary");
  }
}
