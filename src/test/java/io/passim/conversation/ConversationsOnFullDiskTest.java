package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.TestAnswerers;
import io.passim.conversation.Conversations.AskedTurn;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.store.ConversationRecords;
import io.passim.store.TestRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsOnFullDiskTest {
  private static final Set<String> READING =
      Set.of("find", "isAnswered", "list", "startedBefore", "turns");

  @TempDir Path directory;
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private @Nullable String failure;
  private Conversations conversations;

  @BeforeEach
  void open() {
    TestRecords records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    PassageIndex index = TestIndexes.inMemory();
    Map.of(
            "d_1", "Full-time staff receive 25 days of paid leave per year.",
            "d_2", "Part-time staff receive 20 days of paid leave per year.")
        .forEach((id, text) -> {
          records.documents().insert(StoredConversationsTest.document(new DocumentId(id)));
          IndexedTexts.put(index, id, text);
        });
    conversations =
        TestConversations.of(
            records,
            failing(records.conversations()),
            TestAnswerers.matching(index, "20 days", 0.9),
            registry);
  }

  @Test
  void answersAndSaysThatItIsNotKept() {
    failure = "No space left on device";
    List<ConversationEvent> events = new ArrayList<>();
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(events::add);
    String id = following.conversationId();
    assertFalse(ask("q1", id, "How many days of leave do full-time staff get?").turn().kept());
    Turn second = ask("q2", id, "And part-time staff?").turn();
    assertFalse(second.kept());
    // What was not kept is still what people refer to.
    assertTrue(second.answer().details().standaloneQuestion().contains("leave"));
    assertFalse(assertInstanceOf(ConversationEvent.Answered.class, events.getLast()).turn().kept());
    assertEquals(Optional.empty(), conversations.find(id));
    following.close();
  }

  @Test
  void keepsWhatComesOnceThereIsRoom() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    failure = "No space left on device";
    ask("q1", id, "How much leave?");
    failure = null;
    Turn kept = ask("q2", id, "How much paid leave?").turn();
    assertTrue(kept.kept());
    failure = "No space left on device";
    assertFalse(ask("q3", id, "How much unpaid leave?").turn().kept());
    assertEquals(List.of(kept), conversations.find(id).orElseThrow().turns());
    assertEquals(2, registry.get("passim.questions.not.kept").counter().count());
    following.close();
  }

  @Test
  void anotherFailureIsOne() {
    failure = "the cable is out";
    assertThrows(UncheckedIOException.class, () -> ask("q1", null, "How much leave?"));
  }

  private AskedTurn ask(String askId, @Nullable String conversationId, String question) {
    return conversations
        .accept(
            new AskRequest(
                askId,
                conversationId,
                question,
                DocumentScope.within(Set.of("c")),
                false,
                ExplanationDetail.NONE))
        .answer(AnswerMonitor.NONE);
  }

  /** Reads as ever, and fails to write while there is a failure. */
  private ConversationRecords failing(ConversationRecords records) {
    return TestRecords.watched(
        ConversationRecords.class,
        records,
        method -> {
          if (failure != null && !READING.contains(method)) {
            throw new UncheckedIOException(new IOException(failure));
          }
        });
  }
}
