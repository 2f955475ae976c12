package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What builders of request objects do with lists, objects and answers. */
class RequestObjectTest {
  private record Read(
      @Nullable String name,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {}

  private static final class NewThing extends RequestObject {
    NewThing(Builder builder) {
      super(builder);
    }

    static final class Builder extends RequestObject.Builder<Builder> {
      Builder layout(Map<String, ?> layout) {
        return addOrChange("layouts", "id", layout);
      }

      Builder custom(@Nullable Map<String, ?> entries) {
        return putAllInto("custom", entries);
      }

      Builder read(Read answer) {
        return putRead(answer);
      }

      Builder named(@Nullable String name) {
        return put("name", text("name", name));
      }

      Builder without(String name) {
        return leaveOut(name);
      }

      @Nullable Object has(String name) {
        return present(name);
      }

      Map<String, @Nullable Object> built() {
        return new NewThing(this).properties();
      }

      @Override
      protected Builder self() {
        return this;
      }
    }
  }

  private static NewThing.Builder thing() {
    return new NewThing.Builder();
  }

  @Test
  void anObjectOfTheSameKeyIsChangedAndOthersAreAdded() {
    Map<String, Object> first = Map.of("id", "a", "color", "red", "size", 1);
    Map<String, Object> second = Map.of("id", "b");

    assertThat(
            thing()
                .layout(first)
                .layout(second)
                .layout(Map.of("id", "a", "color", "blue"))
                .built()
                .get("layouts"))
        .isEqualTo(List.of(Map.of("id", "a", "color", "blue", "size", 1), second));
  }

  @Test
  void elementsThatAreNoObjectsStay() {
    assertThat(
            thing()
                .additionalProperty("layouts", List.of("text", Map.of("id", "a")))
                .layout(Map.of("id", "a", "color", "blue"))
                .built()
                .get("layouts"))
        .isEqualTo(List.of("text", Map.of("id", "a", "color", "blue")));
  }

  @Test
  void entriesAreAddedToThoseThatAreThere() {
    assertThat(thing().custom(Map.of("a", 1, "b", 2)).custom(Map.of("b", 3)).built())
        .isEqualTo(Map.of("custom", Map.of("a", 1, "b", 3)));
    assertThat(thing().custom(Map.of()).built()).isEqualTo(Map.of("custom", Map.of()));
    assertThatThrownBy(() -> thing().custom(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("custom");
  }

  @Test
  void anAnswerIsTakenAsItWasRead() {
    Map<String, Object> more = new HashMap<>(Map.of("age", 5));
    more.put("note", null);

    assertThat(thing().read(new Read("Asha", more)).built())
        .containsEntry("name", "Asha")
        .containsEntry("age", 5)
        .containsEntry("note", null);
    assertThat(thing().read(new Read("Asha", more)).without("age").built())
        .doesNotContainKey("age");
  }

  @Test
  void aBuilderTellsWhatIsSet() {
    assertThat(thing().named("Asha").has("name")).isEqualTo("Asha");
    assertThat(thing().has("name")).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void blankTextIsRefusedByName(@Nullable String name) {
    assertThatThrownBy(() -> thing().named(name))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("name is missing or blank");
  }
}
