package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectSourceTest {
  private record Person(String mobile, @Nullable String surname, int age) {}

  private static final List<Person> PEOPLE =
      List.of(new Person("+919876543210", "Rao", 40), new Person("1", null, 41));

  private static ObjectSource<Person> source() {
    return ObjectSource.of("our CRM", PEOPLE)
        .column("phone", Person::mobile)
        .column("lastName", Person::surname)
        .column("custom.age", Person::age)
        .region("in");
  }

  @Test
  void objectsBecomeRows() {
    try (Rows rows = source().open()) {
      assertThat(rows.columns()).containsExactly("phone", "lastName", "custom.age");
      assertThat(rows.next()).isEqualTo(SourceRow.of(1, List.of("+919876543210", "Rao", "40")));
      assertThat(rows.next()).isEqualTo(SourceRow.of(2, List.of("1", "", "41")));
      assertThat(rows.hasNext()).isFalse();
    }
    assertThat(source().region()).isEqualTo("IN");
    assertThat(source().description()).isEqualTo("our CRM");
  }

  @Test
  void aStreamIsReadAsItGoesAndClosedWithItsRows() {
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    ObjectSource<Integer> endless =
        ObjectSource.ofStream(
                "numbers",
                () -> Stream.generate(made::incrementAndGet).onClose(closed::incrementAndGet))
            .column("n", n -> n);
    try (Rows rows = endless.open()) {
      assertThat(rows.next().cells()).containsExactly("1");
      assertThat(rows.next().cells()).containsExactly("2");
    }
    assertThat(made).hasValueLessThan(10);
    assertThat(closed).hasValue(1);
  }

  @Test
  void failuresOfTheApplicationNameTheRowAndNoValue() {
    ObjectSource<Person> failing =
        source().column("broken", person -> Integer.parseInt(person.mobile()));
    try (Rows rows = failing.open()) {
      assertThatThrownBy(rows::next)
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("our CRM failed: NumberFormatException at row 1")
          .hasMessageNotContaining("9876543210")
          .hasCauseInstanceOf(NumberFormatException.class);
    }
    assertThatThrownBy(() -> source().column("phone", Person::mobile))
        .isInstanceOf(TransferException.class);
    assertThatThrownBy(() -> ObjectSource.of("our CRM", PEOPLE).open())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("has no columns");
  }
}
