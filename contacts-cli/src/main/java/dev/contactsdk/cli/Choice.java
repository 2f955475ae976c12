package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.OnExisting;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, and names them as the help does when it is none of them. */
record Choice<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    String.join(" or ", words()) + " is wanted, not '" + text + "'"));
  }

  List<String> words() {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The words, for completion in a shell. picocli wants a class for each type. */
  abstract static class Words<E extends Enum<E>> implements Iterable<String> {
    private final Choice<E> choice;

    Words(Class<E> type) {
      this.choice = new Choice<>(type);
    }

    @Override
    public Iterator<String> iterator() {
      return choice.words().iterator();
    }
  }

  /** The vendors. */
  static final class Vendors extends Words<Vendor> {
    Vendors() {
      super(Vendor.class);
    }
  }

  /** What happens to contacts that are there. */
  static final class OnExistings extends Words<OnExisting> {
    OnExistings() {
      super(OnExisting.class);
    }
  }

  /** The formats of output. */
  static final class Formats extends Words<OutputOptions.Format> {
    Formats() {
      super(OutputOptions.Format.class);
    }
  }

  /** The shells. */
  static final class Shells extends Words<CompletionCommand.Shell> {
    Shells() {
      super(CompletionCommand.Shell.class);
    }
  }
}
