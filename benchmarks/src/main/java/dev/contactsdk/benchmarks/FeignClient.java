package dev.contactsdk.benchmarks;

import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import feign.okhttp.OkHttpClient;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Feign on OkHttp, with its Jackson codec. */
final class FeignClient implements Client {
  private final Target target;
  private final okhttp3.OkHttpClient http;

  FeignClient(Target target) {
    this.target = target;
    this.http = target.okHttp();
  }

  /** Truedy's operations. */
  @Headers({"Accept: application/json"})
  interface Api {
    @RequestLine("POST /contacts")
    @Headers("Content-Type: application/json")
    Peer.Answer<Peer.Contact> create(Peer.NewContact contact);

    @RequestLine("GET /contacts?limit={limit}&offset={offset}")
    Peer.Answer<List<Peer.Contact>> list(@Param("limit") int limit, @Param("offset") long offset);
  }

  @Override
  public Operation operation(Work work) {
    Api api = api(work);
    return work.isCreate()
        ? () -> Peer.result(api.create(Peer.newContact()))
        : () -> Peer.result(api.list(100, 0));
  }

  /** With other timeouts than those of the OkHttp client, Feign would make a new one per call. */
  private Api api(Work work) {
    return Feign.builder()
        .client(new OkHttpClient(http))
        .options(
            new Request.Options(
                http.connectTimeoutMillis(),
                TimeUnit.MILLISECONDS,
                http.readTimeoutMillis(),
                TimeUnit.MILLISECONDS,
                http.followRedirects()))
        .retryer(Retryer.NEVER_RETRY)
        .encoder(new JacksonEncoder(Peer.SNAKE))
        .decoder(new JacksonDecoder(Peer.SNAKE))
        .requestInterceptor(template -> template.header("Authorization", Peer.BEARER))
        .target(Api.class, work.baseUrl(target.server()));
  }
}
