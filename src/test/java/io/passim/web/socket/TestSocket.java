package io.passim.web.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser's end of the chat socket. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
  private final StringBuilder frame = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  TestSocket(URI server) {
    URI uri = URI.create(server.toString().replaceFirst("^http", "ws") + "api/v1/chat");
    socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  JsonNode next() throws InterruptedException {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  /** Everything up to and including the first message of a type. */
  List<JsonNode> until(String type) throws InterruptedException {
    List<JsonNode> seen = new ArrayList<>();
    do {
      seen.add(next());
    } while (!seen.getLast().get("type").asText().equals(type));
    return seen;
  }

  int closeCode() throws InterruptedException {
    Integer code = closes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return code == null ? -1 : code;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    frame.append(data);
    if (last) {
      try {
        messages.add(json.readTree(frame.toString()));
      } catch (Exception e) {
        throw new AssertionError("not JSON: " + frame, e);
      }
      frame.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closes.add(code);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closes.add(-2);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
