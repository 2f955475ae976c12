package dev.contactsdk.cli;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of numbers that are never touched, a line each. */
final class ExcludedNumbers {
  private ExcludedNumbers() {}

  static List<String> read(Path file, @Nullable String region) {
    List<String> numbers = new ArrayList<>();
    int line = 0;
    for (String text : lines(file)) {
      line++;
      if (!text.isBlank() && !text.startsWith("#")) {
        numbers.add(e164(text.strip(), region, file + ", line " + line));
      }
    }
    return numbers;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new TransferException(
          Kind.INPUT,
          file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): --exclude wants a text file with a phone number in each line",
          e);
    }
  }

  private static String e164(String text, @Nullable String region, String place) {
    try {
      PhoneNumber number =
          region == null ? PhoneNumber.parse(text) : PhoneNumber.parse(text, region);
      return number.e164();
    } catch (InvalidRequestException e) {
      throw new TransferException(
          Kind.INPUT,
          place
              + " is not a phone number: write each as +919876543210"
              + (region == null ? ", or give --region" : ", or as one of " + region),
          e);
    }
  }
}
