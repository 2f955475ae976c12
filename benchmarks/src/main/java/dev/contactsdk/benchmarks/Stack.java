package dev.contactsdk.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The ways to call a vendor that are compared. */
enum Stack {
  SDK("this SDK", ""),
  RAW_SOCKET("raw socket, bytes only", Libraries.NONE),
  RAW_OKHTTP("raw OkHttp, bytes only", Libraries.OKHTTP),
  HAND_WRITTEN("OkHttp + Jackson by hand", Libraries.OKHTTP + "|" + Libraries.JACKSON),
  RETROFIT(
      "Retrofit + Jackson",
      Libraries.OKHTTP + "|" + Libraries.JACKSON + "|retrofit-.*|converter-jackson-.*"),
  FEIGN("Feign + OkHttp + Jackson", Libraries.OKHTTP + "|" + Libraries.JACKSON + "|feign-.*"),
  JDK_CLIENT("JDK HttpClient + Jackson", Libraries.JACKSON),
  URL_CONNECTION("HttpURLConnection + Jackson", Libraries.JACKSON),
  GENERATED(
      "OpenAPI Generator, okhttp-gson",
      Libraries.OKHTTP + "|gson-.*|logging-interceptor-.*|jakarta.annotation-api-.*");

  private static final class Libraries {
    static final String NONE = "-";
    static final String OKHTTP = "okhttp-jvm-.*|okio-jvm-.*|kotlin-stdlib-.*|annotations-.*";
    static final String JACKSON_2 = "jackson-(core|databind|datatype-jsr310)-2.*";
    static final String JACKSON = "jackson-annotations-.*|" + JACKSON_2 + "|jjwt-.*";
    static final Pattern PEERS_ONLY =
        Pattern.compile(
            JACKSON_2
                + "|jjwt-jackson-.*|retrofit-.*|converter-jackson-.*|feign-.*|gson-.*|logging-interceptor-.*"
                + "|jakarta.annotation-api-.*|error_prone_annotations-.*|jmh-.*|jopt-simple-.*"
                + "|commons-math3-.*");
  }

  final String label;
  private final Pattern jars;

  Stack(String label, String jars) {
    this.label = label;
    this.jars = Pattern.compile(jars);
  }

  Client open(Target target) {
    return switch (this) {
      case SDK -> new SdkClient(target);
      case RAW_SOCKET -> new RawSocketClient(target);
      case RAW_OKHTTP -> new RawOkHttpClient(target);
      case HAND_WRITTEN -> new OkHttpJacksonClient(target);
      case RETROFIT -> new RetrofitClient(target);
      case FEIGN -> new FeignClient(target);
      case JDK_CLIENT -> new JdkClient(target);
      case URL_CONNECTION -> new UrlConnectionClient(target);
      case GENERATED -> new GeneratedClient(target);
    };
  }

  /** Signing is compared with the two peers that are closest to the SDK. */
  boolean does(Work work) {
    return !work.isKore() || List.of(SDK, HAND_WRITTEN, RETROFIT).contains(this);
  }

  static List<Stack> doing(Work work) {
    return Arrays.stream(values()).filter(stack -> stack.does(work)).toList();
  }

  /** Whether the result is bytes, as received. */
  boolean isRaw() {
    return this == RAW_SOCKET || this == RAW_OKHTTP;
  }

  /** Whether this stack needs a jar at run time. The SDK's jars are all that no peer brings. */
  boolean needs(String jar) {
    return this == SDK ? !Libraries.PEERS_ONLY.matcher(jar).matches() : jars.matcher(jar).matches();
  }
}
