package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullInputTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private static Arguments given(String named, Function<KoreClient, Object> call) {
    return Arguments.of(named, call);
  }

  static Stream<Arguments> nulls() {
    KoreContactChange unknown = new KoreContactChange("66bb1", null);
    KoreContactChange nobody =
        new KoreContactChange(null, KoreContactChanges.builder().firstName("Ada").build());
    return Stream.of(
        given("the contact is null", k -> k.contacts().create(null)),
        given("list of contacts is null", k -> k.contacts().createAll(null)),
        given(
            "element 1 of the list of contacts",
            k -> k.contacts().createAll(Arrays.asList(Samples.ada(), null))),
        given("what to change is null", k -> k.contacts().update("66bb1", null)),
        given("the list of changes is null", k -> k.contacts().updateAll(null)),
        given(
            "element 0 of the list of changes",
            k -> k.contacts().updateAll(Arrays.asList((KoreContactChange) null))),
        given("what to change is null", k -> k.contacts().updateAll(List.of(unknown))),
        given("an id is null", k -> k.contacts().updateAll(List.of(nobody))),
        given("the list of ids is null", k -> k.contacts().deleteAll(null)),
        given(
            "element 1 of the list of ids",
            k -> k.contacts().deleteAll(Arrays.asList("66bb1", null))),
        given("the agent is null", k -> k.agents().create(null)),
        given("the agent is null", k -> k.agents().update("a-1", null)),
        given("the id is null", k -> k.agents().update(null, KoreAgentChanges.builder().build())),
        given("the query is null", k -> k.agents().availability(null)),
        given("the contact list is null", k -> k.contactLists().create(null)),
        given("the contactListId is missing", k -> k.contactLists().get(null).execute()),
        given("the query is null", k -> k.agents().statusHistory(null)),
        given("the agent group is null", k -> k.agentGroups().create(null)),
        given(
            "the organisation is null",
            k -> k.agents().create(Samples.agent().build()).lookUpIn(null)),
        given("the policy is null", k -> k.contacts().create(Samples.ada()).onUnknown(null)),
        given("the id is missing", k -> k.contacts().update(null, changes()).execute()),
        given("the id is missing", k -> k.contacts().delete(null).execute()),
        given("the orgId is missing", k -> k.agents().list(null).execute()),
        given("the path is null", k -> k.contacts().importCsv(null)));
  }

  private static KoreContactChanges changes() {
    return KoreContactChanges.builder().firstName("Ada").build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nulls")
  void whatIsNullIsRefusedByItsName(String named, Function<KoreClient, Object> call) {
    assertThatThrownBy(() -> call.apply(vendor.client()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(named);
    assertThat(vendor.requests()).isZero();
  }
}
