package dev.contactsdk.jsonmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SDK's classes are loaded anew for each line of Jackson, with that line's jars alone: the
 * annotations of its time, and, for Jackson 3, the streaming parser that the SDK itself uses.
 */
class JsonMatrixTest {
  /** A record has three checks a mapper: fewer would mean that types were not found. */
  private static final int FEWEST_CHECKS = 3 * 3 * 30;

  @ParameterizedTest
  @ValueSource(strings = {"2.18", "2.22", "3.0", "3.2"})
  void everyPublicTypeIsWrittenAndReadBackEqual(String line) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader(line)) {
      thread.setContextClassLoader(loader); // where mappers look for modules
      String mappers = RoundTrips.class.getPackageName() + ".Jackson" + line.charAt(0) + "Mappers";
      Object supplier = loader.loadClass(mappers).getConstructor().newInstance();
      Callable<?> trips =
          (Callable<?>)
              loader
                  .loadClass(RoundTrips.class.getName())
                  .getConstructor(Supplier.class)
                  .newInstance(supplier);
      List<?> problems = (List<?>) trips.call();
      assertThat(problems).singleElement().asString().startsWith("checks: ");
      int checks = Integer.parseInt(problems.get(0).toString().substring("checks: ".length()));
      assertThat(checks).isGreaterThan(FEWEST_CHECKS);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URLClassLoader loader(String line) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Path.of("target", "jackson", line))) {
      jars.forEach(jar -> urls.add(url(jar.toFile())));
    }
    String[] present = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    Stream.of(present)
        .map(File::new)
        .filter(entry -> !isReplaced(entry.getAbsolutePath().replace('\\', '/'), line))
        .forEach(entry -> urls.add(url(entry)));
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static boolean isReplaced(String path, String line) {
    boolean jackson3 = path.contains("/tools/jackson/");
    boolean streaming = path.contains("/tools/jackson/core/jackson-core/");
    return path.contains("/com/fasterxml/jackson/")
        || (jackson3 && (line.startsWith("3") || !streaming));
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
