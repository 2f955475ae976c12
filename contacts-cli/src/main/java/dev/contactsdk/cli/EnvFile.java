package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of environment variables, a line each, such as {@code TRUEDY_API_KEY=truedy_...}. It holds
 * secrets, so only its owner may read it. A shell can read it too.
 */
final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_]\\w*)=(.*?)\\s*");

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private EnvFile() {}

  static Map<String, String> read(Path file) {
    refuseOpen(file);
    Map<String, String> variables = new LinkedHashMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw refused(file + ", line " + number + ": write NAME=value, such as KORE_STREAM_ID=…");
        }
        variables.put(matcher.group(1), unquoted(matcher.group(2)));
      }
    }
    return variables;
  }

  private static void refuseOpen(Path file) {
    if (!Files.isRegularFile(file)) {
      throw refused(file + " is not a file: give a file with lines such as KORE_STREAM_ID=…");
    }
    if (isPosix(file) && !isOwnerOnly(file)) {
      throw refused(
          file + " holds secrets and others may read it: run chmod 600 " + quoted(file.toString()));
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static boolean isOwnerOnly(Path file) {
    try {
      Set<PosixFilePermission> others = EnumSet.allOf(PosixFilePermission.class);
      others.removeIf(each -> each.name().startsWith("OWNER_"));
      others.retainAll(Files.getPosixFilePermissions(file));
      return others.isEmpty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static TransferException unreadable(Path file, IOException e) {
    return new TransferException(
        Kind.INPUT,
        file + " cannot be read (" + e.getClass().getSimpleName() + "): it must be text in UTF-8",
        e);
  }

  private static String unquoted(String value) {
    boolean single = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    boolean twice = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return single || twice ? value.substring(1, value.length() - 1) : value;
  }

  /** Writes a new file that only its owner can read. */
  static void write(Path file, Map<String, String> variables) {
    FileAttribute<?>[] rights =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, rights);
    } catch (FileAlreadyExistsException e) {
      refuseOpen(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
      out.write((text(variables) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static TransferException unwritable(Path file, IOException e) {
    return refused(
        file + " cannot be written (" + e.getClass().getSimpleName() + "): choose another folder");
  }

  /** The variables as lines that a shell takes. */
  static String text(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(each -> "export " + each.getKey() + "=" + quoted(each.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String quoted(String value) {
    return value.matches("[\\w./:@%+=-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static TransferException refused(String message) {
    return new TransferException(Kind.INPUT, message);
  }
}
