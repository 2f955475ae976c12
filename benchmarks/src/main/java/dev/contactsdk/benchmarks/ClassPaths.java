package dev.contactsdk.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The jars that a stack needs; folders of classes are packed, as they are when they are used. */
final class ClassPaths {
  private static final String OWN = "benchmarks.jar";

  private final List<Path> jars = new ArrayList<>();

  /** Packs into this folder. */
  ClassPaths(Path folder) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      jars.add(Files.isDirectory(path) ? pack(path, folder) : path);
    }
  }

  /** {@code .../sdk-core/target/classes} becomes {@code sdk-core.jar}. */
  private static Path pack(Path classes, Path folder) throws IOException {
    Path module = classes.getName(classes.getNameCount() - 3);
    Path jar = folder.resolve(module + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    return jar;
  }

  /** With this module's own classes. */
  String of(Stack stack) {
    List<String> paths = new ArrayList<>();
    for (Path jar : jars) {
      if (isOwn(jar) || stack.needs(jar.getFileName().toString())) {
        paths.add(jar.toString());
      }
    }
    return String.join(File.pathSeparator, paths);
  }

  /** What an application gets with the SDK, without this module. */
  List<Path> ofTheSdk() {
    return jars.stream()
        .filter(jar -> !isOwn(jar) && Stack.SDK.needs(jar.getFileName().toString()))
        .toList();
  }

  private static boolean isOwn(Path jar) {
    return jar.endsWith(OWN);
  }
}
