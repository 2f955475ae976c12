package dev.contactsdk.benchmarks;

/**
 * What one round came to. Prints as a line that can be parsed.
 *
 * @param operations how many were done
 * @param failures how many were tried in vain, not counted among the operations
 * @param nanos how long it took
 * @param bytes how much was allocated, by all threads
 * @param cpuNanos how much processor time the process took, compiler and collector included
 */
record Sample(long operations, long failures, long nanos, long bytes, long cpuNanos) {
  static Sample parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Sample(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]));
  }

  double perSecond() {
    return operations * 1e9 / nanos;
  }

  double bytesPerOperation() {
    return (double) bytes / operations;
  }

  double cpuMicros() {
    return cpuNanos / 1e3 / operations;
  }

  @Override
  public String toString() {
    return operations + " " + failures + " " + nanos + " " + bytes + " " + cpuNanos;
  }
}
