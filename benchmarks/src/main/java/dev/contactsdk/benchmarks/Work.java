package dev.contactsdk.benchmarks;

/** What every stack is asked to do. */
enum Work {
  CREATE("create, Bearer", 1),
  CREATE_JWT("create, fresh JWT", 1),
  LIST_10("list of 10", 10),
  LIST_100("list of 100", 100),
  LIST_1000("list of 1,000", 1000);

  /** Where Kore.ai's contacts are. */
  static final String KORE_PATH = "/agentassist/api/v1/public/" + Canned.STREAM_ID + "/contacts";

  final String label;
  final int rows;

  Work(String label, int rows) {
    this.label = label;
    this.rows = rows;
  }

  boolean isKore() {
    return this == CREATE_JWT;
  }

  boolean isCreate() {
    return this == CREATE || this == CREATE_JWT;
  }

  /** The base URL: the server chooses the length of a list by it. */
  String baseUrl(String server) {
    return isKore() ? server : server + "/t/" + rows;
  }

  /** The URL that all stacks end up with, byte for byte. */
  String url(String server) {
    if (isKore()) {
      return server + KORE_PATH;
    }
    return baseUrl(server) + (isCreate() ? "/contacts" : "/contacts?limit=100&offset=0");
  }
}
