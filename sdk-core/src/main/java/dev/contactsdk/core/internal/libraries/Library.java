package dev.contactsdk.core.internal.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar or directory on the class path.
 *
 * @param place its URL; not shown, because it names directories of this machine
 * @param name its file name without the version
 * @param version its version, by file name or manifest; empty when unknown
 */
public record Library(String place, String name, String version) {
  private static final Pattern JAR = Pattern.compile("([^/]+?)(?:-(\\d[\\w.+-]*))?\\.jar!?/?$");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

  /**
   * Finds all libraries that have a file.
   *
   * @param loader looks for it
   * @param file its path
   * @return the libraries, in the loader's order; empty also when the loader cannot tell
   */
  public static List<Library> all(ClassLoader loader, String file) {
    try {
      return loader.resources(file).map(place -> of(place, file)).distinct().toList();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /** The library in which a file was found. */
  static Library of(URL found, String file) {
    String url = found.toString();
    String place = url.substring(0, url.length() - file.length());
    Matcher jar = JAR.matcher(place);
    if (!jar.find()) {
      return new Library(place, "classes", "");
    }
    String version = jar.group(2) == null ? inManifest(place) : jar.group(2);
    return new Library(place, jar.group(1), version);
  }

  private static String inManifest(String place) {
    try (InputStream in = URI.create(place + "META-INF/MANIFEST.MF").toURL().openStream()) {
      Attributes attributes = new Manifest(in).getMainAttributes();
      String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      String bundle = version == null ? attributes.getValue("Bundle-Version") : version;
      return bundle == null ? "" : bundle;
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * Whether the version is known.
   *
   * @return false when neither file name nor manifest tell it
   */
  public boolean hasVersion() {
    return !version.isEmpty();
  }

  boolean isOlderThan(int major, int minor) {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.matches()) {
      return false;
    }
    int first = Integer.parseInt(numbers.group(1));
    int second = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
    return first < major || (first == major && second < minor);
  }

  @Override
  public String toString() {
    return hasVersion() ? name + " " + version : name;
  }
}
