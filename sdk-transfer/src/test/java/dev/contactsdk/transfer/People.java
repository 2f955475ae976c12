package dev.contactsdk.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of people with Indian numbers. */
final class People {
  private static final String HEADER = "Salutation,First name,Last name,Phone,Extension\n";

  private People() {}

  /** The number as a file has it, without the country code. */
  static String phone(int person) {
    return String.format("98%08d", person);
  }

  static String line(int person) {
    return "Ms,First" + person + ",Last" + person + "," + phone(person) + ",+91\n";
  }

  static String lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(People::line).collect(Collectors.joining());
  }

  static Path file(Path directory, int from, int to) {
    return file(directory, lines(from, to));
  }

  static Path file(Path directory, String lines) {
    try {
      return Files.writeString(directory.resolve("people.csv"), HEADER + lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
