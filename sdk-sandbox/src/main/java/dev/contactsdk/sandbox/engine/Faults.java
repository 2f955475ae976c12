package dev.contactsdk.sandbox.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The active faults, oldest first. */
public final class Faults {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final List<PlannedDamage> planned = new CopyOnWriteArrayList<>();
  private final Vendor vendor;

  public Faults(Vendor vendor) {
    this.vendor = vendor;
  }

  public void add(PlannedDamage fault) {
    planned.add(fault);
  }

  public void clear() {
    planned.clear();
  }

  public @Nullable Damage strike(Received request) {
    PlannedDamage first = null;
    for (PlannedDamage fault : planned) {
      if (fault.strikes(request) && first == null) {
        first = fault;
      }
    }
    planned.removeIf(PlannedDamage::isSpent);
    return first == null ? null : first.hit();
  }

  public Predicate<Received> pattern(String pattern) {
    String text = pattern.trim();
    if (METHODS.contains(text)) {
      return request -> request.method().equals(text);
    }
    if (text.startsWith("/")) {
      return path(text);
    }
    int space = text.indexOf(' ');
    if (space > 0 && METHODS.contains(text.substring(0, space))) {
      String method = text.substring(0, space);
      return path(text.substring(space).trim()).and(request -> request.method().equals(method));
    }
    if (vendor.router().operations().contains(text)) {
      return request -> request.operation().equals(text);
    }
    throw new IllegalArgumentException(
        "'"
            + pattern
            + "' is neither METHOD /path nor one of the operations "
            + vendor.router().operations());
  }

  private Predicate<Received> path(String path) {
    String full = path.startsWith(vendor.basePath()) ? path : vendor.basePath() + path;
    List<String> wanted = Route.segments(full);
    return request -> {
      List<String> actual = Route.segments(request.path());
      boolean fits = wanted.size() == actual.size();
      for (int i = 0; fits && i < wanted.size(); i++) {
        String segment = wanted.get(i);
        fits = segment.equals("*") || segment.startsWith("{") || segment.equals(actual.get(i));
      }
      return fits;
    };
  }
}
