package dev.contactsdk.core.spi.error;

import java.util.regex.Pattern;

/** Recognizes a refusal of something that exists already by its text. */
public final class DuplicateText {
  /** No vendor documents a text. "Duplicate" alone may also be part of a name. */
  public static final Pattern PATTERN =
      Pattern.compile(
          "^duplicate|\\bduplicate"
              + " (?:key|entry|value|record|phone|number|contact|agent|e-?mail|id)\\b|\\bis (?:a"
              + " )?duplicate\\b|must be unique|\\bnot unique|already (?:exist|in"
              + " use|used|taken|registered|present|assigned|attached|associated|linked|mapped)",
          Pattern.CASE_INSENSITIVE);

  private DuplicateText() {}
}
