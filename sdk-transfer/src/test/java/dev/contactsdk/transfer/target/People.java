package dev.contactsdk.transfer.target;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Contacts whose values must appear in no reason. */
final class People {
  static final List<String> CANARIES = List.of("Zyanya", "Quetzal", "20255501", "zyanya@");

  private People() {}

  static String phone(int number) {
    return "+1202555" + (100 + number) + (number % 10);
  }

  static Write kore(int number) {
    return Write.create(
        Map.of(
            Fields.PHONE, phone(number),
            Fields.FIRST_NAME, "Zyanya" + number,
            Fields.LAST_NAME, "Quetzal",
            Fields.SALUTATION, "Mrs",
            Fields.EXTENSION, "+"));
  }

  static List<Write> kore(int from, int to) {
    return IntStream.range(from, to).mapToObj(People::kore).toList();
  }

  static Write truedy(int number) {
    return Write.create(
        Map.of(
            Fields.PHONE,
            phone(number),
            Fields.FIRST_NAME,
            "Zyanya" + number,
            Fields.LAST_NAME,
            "Quetzal",
            Fields.EMAIL,
            "zyanya@example.org"));
  }

  static List<Write> truedy(int from, int to) {
    return IntStream.range(from, to).mapToObj(People::truedy).toList();
  }
}
