package io.passim.web.socket;

import io.passim.conversation.Conversations;
import io.passim.document.DiskFull;
import io.passim.web.protocol.ClientMessage;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;

/** The endpoint of the chat. What one browser says is handled by its {@link ChatSession}. */
@WebSocket(path = "/api/v1/chat")
public class ChatSocket {
  private static final TypedKey<ChatSession> SESSION = new TypedKey<>("passim.chat");

  private final Conversations conversations;
  private final MessageCodec codec;
  private final ExecutorService threads;
  private final DiskFull diskFull;

  @Inject
  ChatSocket(
      Conversations conversations,
      MessageCodec codec,
      @VirtualThreads ExecutorService threads,
      DiskFull diskFull) {
    this.conversations = conversations;
    this.codec = codec;
    this.threads = threads;
    this.diskFull = diskFull;
  }

  @OnOpen
  @RunOnVirtualThread
  void open(WebSocketConnection connection) {
    MessageSender sender = new MessageSender(connection, codec);
    connection.userData().put(SESSION, new ChatSession(conversations, sender, threads, diskFull));
  }

  @OnTextMessage
  @RunOnVirtualThread
  void receive(String frame, WebSocketConnection connection) {
    ChatSession session = connection.userData().get(SESSION);
    switch (codec.decode(frame)) {
      case MessageCodec.Decoded.Message(ClientMessage message) -> session.receive(message);
      case MessageCodec.Decoded.Invalid(String code, String detail) -> session.refuse(code, detail);
    }
  }

  @OnBinaryMessage
  @RunOnVirtualThread
  void receive(Buffer frame, WebSocketConnection connection) {
    connection
        .userData()
        .get(SESSION)
        .refuse("malformed_message", "Messages are JSON in text frames.");
  }

  @OnClose
  @RunOnVirtualThread
  void close(WebSocketConnection connection) {
    ChatSession session = connection.userData().remove(SESSION);
    if (session != null) {
      session.close();
    }
  }
}
