package dev.contactsdk.tests.reliability;

import dev.contactsdk.tests.reliability.AnyBytesOperations.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The vendors' documented answers, which are the fixtures of the vendors' modules. */
final class AnyBytesSamples {
  private static final Path KORE = Path.of("../sdk-kore/src/test/resources/dev/contactsdk/kore");
  private static final Path TRUEDY = Path.of("../sdk-truedy/src/test/resources/truedy");

  private static final List<String> KORE_ERRORS =
      List.of(
          "{\"errors\":[{\"msg\":\"Phone number already exists\",\"code\":400}]}",
          "{\"errors\":{\"cellPhone.phoneNumber\":\"is not valid\",\"x\":[1,{\"a\":2}]}}",
          "{\"error\":{\"message\":\"Invalid SDK credentials\",\"errorCode\":4002}}",
          "{\"statusCode\":429,\"message\":\"Rate limit"
              + " exceeded\",\"details\":[{\"path\":[\"a\",0],\"message\":\"m\",\"type\":\"t\"}]}",
          "\"scope is incorrect\"");

  private AnyBytesSamples() {}

  static List<byte[]> of(Family family) {
    return switch (family) {
      case KORE_CONTACTS -> read(KORE, "contacts-.*");
      case KORE_AGENTS -> read(KORE, "agents-.*");
      case KORE_LOOKUPS -> read(KORE, "(agent-groups|queues|roles|skill).*");
      case KORE_LISTS -> read(KORE, "lists-.*");
      case TRUEDY_CONTACTS -> read(TRUEDY, ".*contacts?\\..*");
      case TRUEDY_FOLDERS -> read(TRUEDY, ".*folders?\\..*");
      case TRUEDY_IMPORT -> read(TRUEDY, "import\\..*");
      case TRUEDY_AGENTS -> read(TRUEDY, ".*agents?\\..*");
    };
  }

  static List<byte[]> errorsOf(Family family) {
    return family.name().startsWith("KORE")
        ? KORE_ERRORS.stream().map(AnyBytesMutator::utf8).toList()
        : read(TRUEDY.resolve("errors"), ".*");
  }

  private static List<byte[]> read(Path folder, String pattern) {
    List<byte[]> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json") && name.matches(pattern)) {
          bodies.add(Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bodies.isEmpty()) {
      throw new IllegalStateException("no fixtures " + pattern + " in " + folder);
    }
    return bodies;
  }
}
