package dev.contactsdk.benchmarks;

import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Retrofit with its Jackson converter. */
final class RetrofitClient implements Client {
  private final Target target;
  private final OkHttpClient http;

  RetrofitClient(Target target) {
    this.target = target;
    this.http = target.okHttp();
  }

  /** The two vendors' operations. */
  interface Api {
    @POST("contacts")
    Call<Peer.Answer<Peer.Contact>> create(@Body Peer.NewContact contact);

    @GET("contacts")
    Call<Peer.Answer<List<Peer.Contact>>> list(
        @Query("limit") int limit, @Query("offset") long offset);

    @POST("agentassist/api/v1/public/" + Canned.STREAM_ID + "/contacts")
    Call<List<Peer.KoreContact>> createKore(
        @Header("auth") String token,
        @Header("accountId") String accountId,
        @Body List<Peer.NewKoreContact> contacts);
  }

  @Override
  public Operation operation(Work work) {
    Api api = api(work);
    if (work.isKore()) {
      return () ->
          body(api.createKore(Peer.token(), Canned.ACCOUNT_ID, List.of(Peer.newKoreContact())));
    }
    return work.isCreate()
        ? () -> body(api.create(Peer.newContact()))
        : () -> body(api.list(100, 0));
  }

  private Api api(Work work) {
    OkHttpClient.Builder client = http.newBuilder();
    if (!work.isKore()) {
      client.addInterceptor(
          chain ->
              chain.proceed(
                  chain.request().newBuilder().header("Authorization", Peer.BEARER).build()));
    }
    return new Retrofit.Builder()
        .baseUrl(work.baseUrl(target.server()) + "/")
        .client(client.build())
        .addConverterFactory(JacksonConverterFactory.create(Peer.mapper(work)))
        .build()
        .create(Api.class);
  }

  private static Object body(Call<?> call) throws IOException {
    Response<?> response = call.execute();
    Object body = response.body();
    if (body == null) {
      throw new IOException("HTTP " + response.code());
    }
    return Peer.result(body);
  }
}
