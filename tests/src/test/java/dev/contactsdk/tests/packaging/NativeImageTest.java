package dev.contactsdk.tests.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.OpenValue;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jars tell GraalVM's native-image each type that JSON is read into by reflection. */
class NativeImageTest {
  private static final Map<String, Class<?>> ANY_TYPE =
      Map.of("core", SdkRecord.class, "kore", KoreClient.class, "truedy", TruedyClient.class);

  /**
   * The property names of GraalVM's schema, version 1.2.0, that these files use. Source: GraalVM,
   * "Reachability Metadata".
   */
  private static final Set<String> ALLOWED =
      Set.of("type", "allDeclaredConstructors", "allDeclaredFields", "allDeclaredMethods");

  private static final String ENTRY =
      """
      {
        "type": "%s",
        "allDeclaredConstructors": true,
        "allDeclaredFields": true,
        "allDeclaredMethods": true
      }\
      """;

  private static Stream<Class<?>> types(String module) throws Exception {
    Class<?> one = ANY_TYPE.get(module);
    Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return in(place).stream();
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return in(jar.getPath("/")).stream();
    }
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("dev"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .<Class<?>>map(NativeImageTest::load)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      String name = file.replace(".class", "").replace('/', '.').replace('\\', '.');
      return Class.forName(name, false, NativeImageTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records and open values, because the SDK reads them; what has annotations, for mappers. */
  private static boolean isReadByReflection(Class<?> type) {
    boolean isMachinery =
        type.getPackageName().matches("dev\\.contactsdk\\.core\\.(internal|spi).*");
    return OpenValue.class.isAssignableFrom(type)
        || RequestObject.class.isAssignableFrom(type)
        || (type.isRecord() && !isMachinery)
        || hasJacksonAnnotation(type);
  }

  private static boolean hasJacksonAnnotation(Class<?> type) {
    return Stream.of(
            new AnnotatedElement[] {type},
            type.getDeclaredFields(),
            type.getDeclaredMethods(),
            type.getDeclaredConstructors())
        .flatMap(Arrays::stream)
        .flatMap(part -> Arrays.stream(part.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.getName().startsWith("com.fasterxml.jackson."));
  }

  private static String made(String module) throws Exception {
    return types(module)
        .filter(NativeImageTest::isReadByReflection)
        .map(Class::getName)
        .sorted()
        .map(ENTRY::formatted)
        .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", resources(module)));
  }

  private static String resources(String module) {
    String file = "dev/contactsdk/" + module + "/documented-shapes.txt";
    return NativeImageTest.class.getClassLoader().getResource(file) == null
        ? "\n  ]\n}\n"
        : "\n  ],\n  \"resources\": [\n    {\n      \"glob\": \"" + file + "\"\n    }\n  ]\n}\n";
  }

  private static Path source(String module) {
    return Path.of(
        "../sdk-" + module,
        "src/main/resources/META-INF/native-image/dev.contactsdk/sdk-" + module,
        "reachability-metadata.json");
  }

  @ParameterizedTest
  @CsvSource({"core", "kore", "truedy"})
  void eachTypeThatIsReadByReflectionIsListed(String module) throws Exception {
    Path made = Path.of("target", "reachability-metadata-" + module + ".json");
    Files.writeString(made, made(module));
    assertThat(source(module)).as("copy tests/%s there", made).hasSameTextualContentAs(made);
  }

  @ParameterizedTest
  @CsvSource({"core", "kore", "truedy"})
  void theFilesHaveTheFormOfTheSchema(String module) throws Exception {
    Map<?, ?> file = (Map<?, ?>) Json.read(Files.readAllBytes(source(module)));
    assertThat(Set.of("reflection", "resources").containsAll(file.keySet())).isTrue();
    for (Object entry : (List<?>) file.get("reflection")) {
      assertThat(((Map<?, ?>) entry).keySet()).isEqualTo(ALLOWED);
      assertThat(((Map<?, ?>) entry).get("type")).isInstanceOf(String.class);
    }
  }
}
