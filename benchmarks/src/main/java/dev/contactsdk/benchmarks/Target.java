package dev.contactsdk.benchmarks;

import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Where to call, and how many idle connections to keep.
 *
 * @param server such as {@code http://127.0.0.1:12345}
 * @param connections 0 for what each stack does by itself
 */
record Target(String server, int connections) {
  OkHttpClient okHttp() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (connections > 0) {
      builder.connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES));
    }
    return builder.build();
  }
}
