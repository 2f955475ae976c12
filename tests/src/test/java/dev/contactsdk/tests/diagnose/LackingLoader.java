package dev.contactsdk.tests.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tests' class path without some of its files, or with other contents of one of them. */
final class LackingLoader extends ClassLoader {
  private final List<String> lacking;
  private final String replaced;
  private final byte[] replacement;

  /**
   * Creates the loader.
   *
   * @param replaced the name of a class; empty for none
   * @param lacking the beginnings of names of classes
   */
  LackingLoader(String replaced, byte[] replacement, String... lacking) {
    super(ClassLoader.getPlatformClassLoader());
    this.replaced = replaced;
    this.replacement = replacement;
    this.lacking = List.of(lacking);
  }

  static LackingLoader of(String... lacking) {
    return new LackingLoader("", new byte[0], lacking);
  }

  private boolean lacks(String file) {
    return lacking.stream().anyMatch(name -> file.startsWith(name.replace('.', '/')));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = name.equals(replaced) ? replacement : content(name);
    return defineClass(name, content, 0, content.length);
  }

  private byte[] content(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return lacks(name) ? null : LackingLoader.class.getClassLoader().getResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return lacks(name)
        ? Collections.emptyEnumeration()
        : LackingLoader.class.getClassLoader().getResources(name);
  }
}
