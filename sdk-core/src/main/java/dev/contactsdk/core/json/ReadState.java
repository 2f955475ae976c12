package dev.contactsdk.core.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** What the readers of one body share, so that its rows do not each create it again. */
final class ReadState extends ObjectReadContext.Base {
  /** A table of texts does not pay off for an answer with fewer. */
  private static final int FEW_TEXTS = 64;

  private int texts;
  private @Nullable SharedTexts shared;
  private @Nullable LenientInstant time;
  private RecordReader.@Nullable Draft idle;

  /** The state of a parser that {@link Json} created. */
  static ReadState of(JsonParser parser) {
    return (ReadState) parser.objectReadContext();
  }

  /** The text of the current token. */
  String text(JsonParser parser) {
    if (texts++ < FEW_TEXTS) {
      return parser.getString();
    }
    if (shared == null) {
      shared = new SharedTexts();
    }
    return shared.text(parser);
  }

  /** The time in the current token; null if it is not one. */
  @Nullable Instant time(JsonParser parser) {
    if (time == null) {
      time = new LenientInstant();
    }
    return time.read(
        parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
  }

  /** An idle draft of a reader's records; null if there is none. */
  RecordReader.@Nullable Draft takeDraft(RecordReader reader) {
    RecordReader.Draft before = null;
    for (RecordReader.Draft draft = idle; draft != null; draft = draft.nextIdle) {
      if (draft.reader() == reader) {
        if (before == null) {
          idle = draft.nextIdle;
        } else {
          before.nextIdle = draft.nextIdle;
        }
        return draft;
      }
      before = draft;
    }
    return null;
  }

  /** Keeps a draft for the next record. */
  void giveBack(RecordReader.Draft draft) {
    draft.nextIdle = idle;
    idle = draft;
  }
}
