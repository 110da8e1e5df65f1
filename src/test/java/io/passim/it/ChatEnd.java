package io.passim.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits on the chat socket for the message that ends a question. */
final class ChatEnd implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final StringBuilder frame = new StringBuilder();

  /** {@code answer}, or the code of the error. */
  String await(Duration time) {
    return end.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    frame.append(data);
    if (last) {
      read(frame.toString());
      frame.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end.complete("closed " + status);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end.completeExceptionally(error);
  }

  private void read(String message) {
    try {
      JsonNode read = JSON.readTree(message);
      String type = read.get("type").asText();
      switch (type) {
        case "answer" -> end.complete(type);
        case "error" -> end.complete(read.get("code").asText());
        default -> {} // On the way.
      }
    } catch (JsonProcessingException e) {
      end.completeExceptionally(e);
    }
  }
}
