package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullInputTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private static Arguments given(String named, Function<TruedyClient, Object> call) {
    return Arguments.of(named, call);
  }

  static Stream<Arguments> nulls() {
    NewTruedyContact contact = NewTruedyContact.builder("+15551234567").build();
    return Stream.of(
        given("the contact is null", t -> t.contacts().create(null)),
        given("the policy is null", t -> t.contacts().create(contact).onUnknown(null)),
        given("what to change is null", t -> t.contacts().update("c", null)),
        given("the last call's outcome is null", t -> t.contacts().list().lastCallOutcome(null)),
        given("search is missing", t -> t.contacts().list().search(null)),
        given("folder_id is missing", t -> t.contacts().list().folder(null)),
        given("the path is null", t -> t.contacts().importCsv(null)),
        given("the import is null", t -> t.contacts().importJson(null)),
        given("the key to sort by is null", t -> t.folders().list().sortBy(null)),
        given("the order is null", t -> t.folders().list().order(null)),
        given("name is missing", t -> t.folders().create(null)),
        given("the agent is null", t -> t.agents().create(null)),
        given("the status is null", t -> t.agents().list().status(null)),
        given("the agent_id is missing", t -> t.agents().get(null).execute()),
        given("the folder_id is missing", t -> t.folders().deleteWithContacts(null).execute()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nulls")
  void whatIsNullIsRefusedByItsName(String named, Function<TruedyClient, Object> call) {
    assertThatThrownBy(() -> call.apply(vendor.client))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(named);
    assertThat(vendor.server.getRequestCount()).isZero();
  }
}
