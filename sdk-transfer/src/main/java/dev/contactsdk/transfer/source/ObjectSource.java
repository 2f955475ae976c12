package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the application, such as the entities of its own customer database.
 *
 * <pre>{@code
 * ObjectSource.ofStream("our CRM", customers::streamAll)
 *     .column("phone", Customer::mobile)
 *     .column("lastName", Customer::surname)
 *     .region("IN")
 * }</pre>
 *
 * <p>Columns with the names of {@link dev.contactsdk.transfer.target.Fields} go to these fields
 * without a mapping of their own. Rows are numbered from 1. Immutable, as long as the objects are.
 *
 * @param <T> the objects' type
 */
public final class ObjectSource<T> implements Source {
  private final String description;
  private final Supplier<Stream<T>> objects;
  private final List<Column<T>> columns;
  private final @Nullable String region;

  /** A column's name, and where its cells come from. */
  record Column<T>(String name, Function<? super T, ? extends @Nullable Object> value) {}

  private ObjectSource(
      String description,
      Supplier<Stream<T>> objects,
      List<Column<T>> columns,
      @Nullable String region) {
    this.description = Objects.requireNonNull(description, "description");
    this.objects = Objects.requireNonNull(objects, "objects");
    this.columns = columns;
    this.region = region;
  }

  /**
   * Reads objects. They are iterated once by each {@link #open()}.
   *
   * @param description what they are, such as {@code our CRM}; without personal data
   * @param objects the objects
   * @param <T> the objects' type
   * @return the source, without columns yet
   */
  public static <T> ObjectSource<T> of(String description, Iterable<T> objects) {
    Objects.requireNonNull(objects, "objects");
    return ofStream(description, () -> StreamSupport.stream(objects.spliterator(), false));
  }

  /**
   * Reads a stream of objects, which need not fit in memory.
   *
   * @param description what they are, such as {@code our CRM}; without personal data
   * @param objects gives a new stream to each {@link #open()}; it is closed with the rows
   * @param <T> the objects' type
   * @return the source, without columns yet
   */
  public static <T> ObjectSource<T> ofStream(String description, Supplier<Stream<T>> objects) {
    return new ObjectSource<>(description, objects, List.of(), null);
  }

  /**
   * Adds a column.
   *
   * @param name its name
   * @param value an object's value, which becomes a text by {@code toString}; null is an empty cell
   * @return a new source
   * @throws TransferException when the name is blank, or there is a column with this name
   */
  public ObjectSource<T> column(
      String name, Function<? super T, ? extends @Nullable Object> value) {
    if (name.isBlank() || columns.stream().anyMatch(column -> column.name().equals(name))) {
      throw new TransferException(
          Kind.INPUT, description + " has a column with a blank name, or '" + name + "' twice");
    }
    List<Column<T>> all = new ArrayList<>(columns);
    all.add(new Column<>(name, Objects.requireNonNull(value, "value")));
    return new ObjectSource<>(description, objects, List.copyOf(all), region);
  }

  /**
   * Sets the region of phone numbers without a country code. Without it, every number needs one.
   *
   * @param region two letters, such as {@code IN}; null if every number has its country code
   * @return a new source
   * @throws TransferException when there is no such region
   */
  public ObjectSource<T> region(@Nullable String region) {
    return new ObjectSource<>(description, objects, columns, Region.of(region));
  }

  @Override
  public String description() {
    return description;
  }

  /**
   * {@inheritDoc}
   *
   * @throws TransferException when the source has no column; also from the rows, when the
   *     application's code fails
   */
  @Override
  public Rows open() {
    if (columns.isEmpty()) {
      throw new TransferException(Kind.INPUT, description + " has no columns: add them");
    }
    return new ObjectRows<>(description, objects, columns);
  }

  @Override
  public @Nullable String region() {
    return region;
  }

  @Override
  public String toString() {
    return description;
  }
}
