package io.passim.web.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.passim.answer.TestAnswerers;
import io.passim.conversation.TestConversations;
import io.passim.index.TestIndexes;
import io.passim.store.ConversationRecords;
import io.passim.store.TestRecords;
import io.passim.web.protocol.ClientMessage;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a socket is told that the server cannot do. */
class ChatSessionTest {
  @TempDir Path directory;
  private final List<String> sent = new ArrayList<>();

  @Test
  void feedbackOnAFullDiskIsAnErrorAndTheSocketLivesOn() {
    assertTrue(
        rated("No space left on device").contains("\"code\":\"storage_full\""), sent::toString);
    assertTrue(rated("the cable is out").contains("\"code\":\"internal_error\""), sent::toString);
  }

  /** What is said of feedback that cannot be stored for this reason. */
  private String rated(String failure) {
    TestRecords records = TestRecords.open(directory);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ChatSession session =
            new ChatSession(
                TestConversations.of(
                    records,
                    unwritable(records.conversations(), failure),
                    TestAnswerers.matching(TestIndexes.inMemory(), "x", 0.9)),
                new MessageSender(
                    connection(),
                    new MessageCodec(new ObjectMapper().registerModule(new JavaTimeModule()))),
                threads,
                records.diskFull())) {
      sent.clear();
      session.receive(new ClientMessage.Feedback("a_1", "up", null, null));
      session.receive(new ClientMessage.Hello(null, null, null, null));
    }
    assertEquals(2, sent.size(), sent::toString);
    assertTrue(sent.getLast().contains("\"type\":\"welcome\""), sent::toString);
    return sent.getFirst();
  }

  private static ConversationRecords unwritable(ConversationRecords records, String failure) {
    return TestRecords.watched(
        ConversationRecords.class,
        records,
        method -> {
          if (method.equals("putFeedback")) {
            throw new UncheckedIOException(new IOException(failure));
          }
        });
  }

  /** A connection that is open and keeps what it is to send. */
  private WebSocketConnection connection() {
    return (WebSocketConnection)
        Proxy.newProxyInstance(
            WebSocketConnection.class.getClassLoader(),
            new Class<?>[] {WebSocketConnection.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "isClosed" -> false;
                  case "sendText" -> {
                    sent.add((String) arguments[0]);
                    yield Uni.createFrom().voidItem();
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
