package stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactsdk.truedy.TruedyClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Lists the contacts of a server that always gives the same answer. */
public final class App {
  private static final String ANSWER =
      "{\"data\":[{\"id\":\"cnt_1\",\"name\":\"Ada\"}]}";

  private App() {}

  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answers = new Thread(() -> answerOnce(server));
      answers.setDaemon(true);
      answers.start();
      list("http://127.0.0.1:" + server.getLocalPort());
    }
    Module sdk = TruedyClient.class.getModule();
    if (!sdk.isNamed() || sdk.getDescriptor().isAutomatic()) {
      throw new AssertionError("the SDK is no module of its own: " + sdk);
    }
    System.out.println("ran | Module path | `requires " + sdk.getName() + ";` | contacts listed on the " + args[0] + " |");
  }

  private static void list(String url) {
    try (TruedyClient client =
        TruedyClient.builder()
            .baseUrl(url)
            .apiKey("truedy_key")
            .build()) {
      int listed = client.contacts().list().execute().items().size();
      if (listed != 1) {
        throw new AssertionError(listed + " contacts");
      }
    }
  }

  private static void answerOnce(ServerSocket server) {
    try (Socket socket = server.accept()) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {}
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + ANSWER.length()
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((head + ANSWER).getBytes(UTF_8));
      in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
