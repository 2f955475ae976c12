package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.internal.libraries.Library;
import dev.contactsdk.core.internal.libraries.Needed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds libraries on the class path that are missing, there twice, or too old for the SDK. Looks at
 * files only: loads no class of a library.
 */
public final class ClassPathChecks {
  static final String SDK_CHECK = "classpath.sdk";
  static final String OKHTTP_CHECK = "classpath.okhttp";
  static final String JJWT_CHECK = "classpath.jjwt";
  static final String JACKSON_CHECK = "classpath.jackson";

  /** The checks' names. */
  public static final List<String> NAMES =
      List.of(SDK_CHECK, OKHTTP_CHECK, JJWT_CHECK, JACKSON_CHECK);

  private static final String TWICE =
      "Exclude one of them: mvn dependency:tree shows where it comes from.";
  private static final String ENGINE = "dev/contactsdk/core/Endpoint.class";
  private static final String JJWT_IMPL = "io/jsonwebtoken/impl/DefaultJwtBuilder.class";

  private final ClassLoader loader;
  private final Report report;

  /**
   * Creates the checks.
   *
   * @param loader loads the classes
   * @param report gets the results
   */
  public ClassPathChecks(ClassLoader loader, Report report) {
    this.loader = loader;
    this.report = report;
  }

  /**
   * Reports what is on the class path.
   *
   * @param vendor a class file of the vendor's module, such as {@code
   *     dev/contactsdk/kore/KoreClient.class}
   */
  public void judge(String vendor) {
    together(SDK_CHECK, List.of(ENGINE, vendor), "the SDK's modules");
    atLeast(OKHTTP_CHECK, Needed.OKHTTP);
    atLeast(OKHTTP_CHECK, Needed.OKIO);
    there(OKHTTP_CHECK, Needed.OKHTTP.file(), "com.squareup.okhttp3:okhttp-jvm");
    atLeast(JJWT_CHECK, Needed.JJWT);
    there(JJWT_CHECK, Needed.JJWT.file(), "io.jsonwebtoken:jjwt-api");
    there(JJWT_CHECK, JJWT_IMPL, "io.jsonwebtoken:jjwt-impl");
    together(JJWT_CHECK, List.of(Needed.JJWT.file(), JJWT_IMPL), "jjwt-api and jjwt-impl");
    atLeast(JACKSON_CHECK, Needed.JACKSON_ANNOTATIONS);
    atLeast(JACKSON_CHECK, Needed.JACKSON_CORE);
    there(
        JACKSON_CHECK,
        Needed.JACKSON_ANNOTATIONS.file(),
        "com.fasterxml.jackson.core:jackson-annotations");
    once(OKHTTP_CHECK, Needed.OKHTTP);
    once(JACKSON_CHECK, Needed.JACKSON_ANNOTATIONS);
  }

  /** Wrong if it is missing. A class path that hides even the SDK's own files does not tell. */
  private void there(String check, String file, String artifact) {
    if (!libraries(file).isEmpty()) {
      return;
    }
    String name = artifact.substring(artifact.indexOf(':') + 1);
    if (libraries(ENGINE).isEmpty()) {
      report.unknown(check, name + " was not looked for: the class path does not show its files");
    } else {
      report.wrong(check, name + " is missing", "Add " + artifact + ", which the SDK depends on.");
    }
  }

  /** Wrong if there are two versions. */
  private void together(String check, List<String> files, String what) {
    Set<Library> all = new LinkedHashSet<>();
    files.forEach(file -> all.addAll(libraries(file)));
    Set<String> versions = new LinkedHashSet<>();
    all.stream().filter(Library::hasVersion).forEach(one -> versions.add(one.version()));
    boolean twice = files.stream().anyMatch(file -> differ(libraries(file)));
    if (versions.size() > 1 || twice) {
      report.wrong(check, what + " are there in two versions: " + shown(all), TWICE);
    } else {
      report.ok(check, what + " fit together: " + shown(all));
    }
  }

  /** Wrong if one is too old, or beside another version. */
  private void atLeast(String check, Needed library) {
    List<Library> all = libraries(library.file());
    if (differ(all)) {
      report.wrong(check, library.title() + " is there twice: " + shown(all), TWICE);
    }
    if (all.stream().anyMatch(library::isTooOld)) {
      report.wrong(
          check, library.title() + " is too old: " + shown(all), "Use " + library.wanted() + ".");
    }
  }

  private void once(String check, Needed library) {
    report.ok(check, library.title() + " is there once: " + shown(libraries(library.file())));
  }

  private static boolean differ(List<Library> all) {
    Set<String> versions = new LinkedHashSet<>();
    all.forEach(one -> versions.add(one.hasVersion() ? one.version() : one.place()));
    return versions.size() > 1;
  }

  private static String shown(Iterable<Library> all) {
    List<String> shown = new ArrayList<>();
    all.forEach(one -> shown.add(one.toString()));
    return shown.isEmpty() ? "not found" : String.join(", ", shown);
  }

  private List<Library> libraries(String file) {
    return Library.all(loader, file);
  }

  /**
   * Fails if the OkHttp whose classes get loaded is too old for what needs it.
   *
   * @param user the class that needs it
   * @throws LinkageError when it is too old; the message says what was found and what to do
   */
  public static void refuseOldOkHttp(Class<?> user) {
    Needed.OKHTTP.refuseOld(user);
  }
}
