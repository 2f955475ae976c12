package dev.contactsdk.core.spi.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
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
record Library(String place, String name, String version) {
  private static final Pattern JAR = Pattern.compile("([^/]+?)(?:-(\\d[\\w.+-]*))?\\.jar!?/?$");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

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

  boolean hasVersion() {
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
