package dev.contactsdk.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive that Maven Central takes: each file with its checksums and, if there is a key, its
 * signature.
 */
final class Bundle {
  private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1");

  private final Map<String, Path> files;
  private final Signer signer;

  Bundle(Map<String, Path> files, Signer signer) {
    this.files = files;
    this.signer = signer;
  }

  void writeTo(Path archive) throws IOException, InterruptedException {
    refuseMissing();
    Files.createDirectories(Objects.requireNonNull(archive.getParent()));
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        add(zip, file.getKey(), Files.readAllBytes(file.getValue()));
        for (byte[] signature : signer.signature(file.getValue())) {
          entry(zip, file.getKey() + ".asc", signature);
        }
      }
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  private void refuseMissing() throws IOException {
    List<Path> missing = files.values().stream().filter(file -> !Files.exists(file)).toList();
    if (!missing.isEmpty()) {
      throw new IOException("the release lacks " + missing);
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    entry(zip, name, bytes);
    for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
      String hash = HexFormat.of().formatHex(digest(checksum.getValue(), bytes));
      entry(zip, name + "." + checksum.getKey(), hash.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
