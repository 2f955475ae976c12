package dev.contactsdk.sandbox.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the operation for a method and path. */
public final class Router {

  private final List<Route> routes;

  public Router(List<Route> routes) {
    this.routes =
        routes.stream().sorted(Comparator.comparingLong(Route::literals).reversed()).toList();
  }

  public Set<String> operations() {
    return routes.stream().map(Route::operation).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The call, or null if no operation has this method and path. */
  public @Nullable Call find(Received request) {
    List<String> path = Route.decoded(request.path());
    Route best = firstOn(path);
    if (best == null) {
      return null;
    }
    for (Route route : routes) {
      Map<String, String> variables = route.match(path);
      boolean asSpecific = route.literals() == best.literals();
      if (variables != null && asSpecific && route.method().equals(request.method())) {
        return new Call(request, route, variables);
      }
    }
    return null;
  }

  /**
   * Whether this path has other methods. A single resource's path never has: an undocumented
   * operation there, such as reading one contact, does not exist.
   */
  public boolean knowsPath(Received request) {
    Route route = firstOn(Route.decoded(request.path()));
    return route != null && !route.template().endsWith("}");
  }

  private @Nullable Route firstOn(List<String> path) {
    for (Route route : routes) {
      if (route.match(path) != null) {
        return route;
      }
    }
    return null;
  }
}
