package dev.contactsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What an application takes on with both vendors' clients. */
final class Jars {
  private Jars() {}

  static void print(ClassPaths classPaths) throws IOException {
    System.out.printf(Locale.ROOT, "%n### Jars at run time%n%n| jar | kB |%n|---|---:|%n");
    long all = 0;
    long own = 0;
    for (Path jar : classPaths.ofTheSdk()) {
      long size = Files.size(jar);
      all += size;
      own += jar.getFileName().toString().startsWith("sdk-") ? size : 0;
      System.out.printf(Locale.ROOT, "| %s | %,d |%n", jar.getFileName(), size / 1000);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d jars, %.1f MiB; our own %,d kB%n",
        classPaths.ofTheSdk().size(),
        all / 1024.0 / 1024.0,
        own / 1000);
  }
}
