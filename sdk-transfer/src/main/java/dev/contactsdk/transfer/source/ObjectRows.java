package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the application's objects. */
final class ObjectRows<T> implements Rows {
  private final String description;
  private final List<ObjectSource.Column<T>> columns;
  private final Stream<T> stream;
  private final Iterator<T> objects;
  private long number;

  ObjectRows(
      String description, Supplier<Stream<T>> objects, List<ObjectSource.Column<T>> columns) {
    this.description = description;
    this.columns = columns;
    this.stream = applied(objects);
    this.objects = applied(stream::iterator);
  }

  /** The application's failure may quote values, so its message is not repeated. */
  private <R> R applied(Supplier<R> code) {
    try {
      return code.get();
    } catch (TransferException e) {
      throw e;
    } catch (RuntimeException e) {
      String place = number == 0 ? "before row 1" : "at row " + number + " or the next";
      String problem = e.getClass().getSimpleName() + " " + place;
      throw new TransferException(
          Kind.INPUT, description + " failed: " + problem + ". Its cause says why", e);
    }
  }

  @Override
  public List<String> columns() {
    return columns.stream().map(ObjectSource.Column::name).toList();
  }

  @Override
  public boolean hasNext() {
    return applied(objects::hasNext);
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T object = applied(objects::next);
    number++;
    return applied(
        () ->
            SourceRow.of(
                number, columns.stream().map(c -> text(c.value().apply(object))).toList()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  @Override
  public void close() {
    stream.close();
  }
}
