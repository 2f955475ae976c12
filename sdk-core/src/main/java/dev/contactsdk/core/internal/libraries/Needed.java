package dev.contactsdk.core.internal.libraries;

import java.net.URL;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A library that the SDK needs, and its oldest version that works. */
public enum Needed {
  /**
   * The HTTP client. Its version 4 is another artifact, so Maven does not choose one of the two.
   */
  OKHTTP(
      "okhttp3/OkHttpClient.class",
      "OkHttp",
      5,
      0,
      "Exclude the old one where it comes from, for example in the dependency on"
          + " opentelemetry-exporter-otlp:"
          + " <exclusion><groupId>com.squareup.okhttp3</groupId>"
          + "<artifactId>okhttp</artifactId></exclusion>. The SDK brings okhttp-jvm. mvn"
          + " dependency:tree -Dincludes=com.squareup.okhttp3 shows who brings which."),
  /** OkHttp's streams. */
  OKIO("okio/Okio.class", "okio", 3, 9, ""),
  /** Signs tokens. */
  JJWT(
      "io/jsonwebtoken/Jwts.class",
      "jjwt",
      0,
      12,
      "Set io.jsonwebtoken:jjwt-api and jjwt-impl to 0.12.0 or newer in dependencyManagement. mvn"
          + " dependency:tree -Dincludes=io.jsonwebtoken shows who brings which."),
  /** Annotations that Jackson 2 and 3 share. */
  JACKSON_ANNOTATIONS(
      "com/fasterxml/jackson/annotation/JsonProperty.class", "jackson-annotations", 2, 18, ""),
  /** Reads and writes JSON. */
  JACKSON_CORE("tools/jackson/core/json/JsonFactory.class", "jackson-core", 3, 0, "");

  private static final Logger LOG = LoggerFactory.getLogger("dev.contactsdk.http");

  private final String file;
  private final String title;
  private final int major;
  private final int minor;
  private final String mend;

  Needed(String file, String title, int major, int minor, String mend) {
    this.file = file;
    this.title = title;
    this.major = major;
    this.minor = minor;
    this.mend = mend;
  }

  /**
   * A class file that only this library has.
   *
   * @return its path
   */
  public String file() {
    return file;
  }

  /**
   * The library's name.
   *
   * @return such as {@code OkHttp}
   */
  public String title() {
    return title;
  }

  /**
   * The oldest version that works.
   *
   * @return such as {@code OkHttp 5.0 or newer}
   */
  public String wanted() {
    return title + " " + major + "." + minor + " or newer";
  }

  /**
   * Whether a copy of the library is too old.
   *
   * @param found the copy
   * @return false also when its version is unknown
   */
  public boolean isTooOld(Library found) {
    return found.isOlderThan(major, minor);
  }

  /** Reads one jar, unless that is too old. */
  private @Nullable String problem(ClassLoader loader) {
    URL first = loader.getResource(file);
    Library loaded = first == null ? null : Library.of(first, file);
    if (loaded == null || !isTooOld(loaded)) {
      return null;
    }
    String all =
        Stream.concat(Stream.of(loaded), Library.all(loader, file).stream())
            .distinct()
            .map(Library::toString)
            .collect(Collectors.joining(", "));
    return title + " is too old: found " + all + ", needed " + wanted() + ". " + mend;
  }

  /**
   * Fails if the copy whose classes get loaded is too old. Otherwise a class or method would be
   * missing later.
   *
   * @param user the class that needs the library
   * @throws LinkageError when it is too old; the message says what was found and what to do
   */
  public void refuseOld(Class<?> user) {
    String problem = problem(user.getClassLoader());
    if (problem != null) {
      throw new LinkageError(problem);
    }
  }

  /**
   * Logs a warning if the copy whose classes get loaded is too old, but what needs it may work.
   *
   * @param user the class that needs the library
   */
  public void warnOfOld(Class<?> user) {
    String problem = problem(user.getClassLoader());
    if (problem != null) {
      LOG.warn(problem);
    }
  }
}
