package dev.contactsdk.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Signs files with GnuPG, which asks its agent for the passphrase.
 *
 * @param key the key's name; {@link #NONE} to sign nothing
 */
record Signer(String key) {
  static final String NONE = "none";

  boolean signs() {
    return !key.equals(NONE);
  }

  /** The file's signature; none without a key. */
  List<byte[]> signature(Path file) throws IOException, InterruptedException {
    if (!signs()) {
      return List.of();
    }
    Process gpg =
        new ProcessBuilder("gpg", "--batch", "--local-user", key, "-ab", "-o", "-", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] signature = gpg.getInputStream().readAllBytes();
    if (gpg.waitFor() != 0 || signature.length == 0) {
      throw new IOException("gpg did not sign " + file + " with the key " + key);
    }
    return List.of(signature);
  }
}
