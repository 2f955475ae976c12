package dev.contactsdk.benchmarks;

import java.util.List;
import java.util.Locale;

/** Median and quartiles. */
record Quartiles(double low, double median, double high) {
  static Quartiles of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    double part = place - below;
    return sorted.get(below) * (1 - part) + sorted.get(above) * part;
  }

  /** The median with two decimals, then the quartiles. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high);
  }
}
