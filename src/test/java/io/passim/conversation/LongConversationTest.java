package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.TestAnswerers;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import io.passim.store.DocumentRecords;
import io.passim.store.TestRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said long ago costs nothing. */
class LongConversationTest {
  private static final int TURNS = 300;

  @TempDir Path directory;
  private final List<String> calls = new ArrayList<>();
  private @Nullable String failing;
  private ConversationRecords stored;
  private Conversations conversations;

  @BeforeEach
  void open() {
    TestRecords records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    PassageIndex index = TestIndexes.inMemory();
    for (String id : List.of("d_1", "d_2", "d_3")) {
      records.documents().insert(StoredConversationsTest.document(new DocumentId(id)));
      IndexedTexts.put(index, id, "Part-time staff receive 20 days of paid leave.");
    }
    stored = records.conversations();
    conversations =
        TestConversations.of(
            records.with(
                TestRecords.watched(DocumentRecords.class, records.documents(), this::call)),
            TestRecords.watched(ConversationRecords.class, stored, this::call),
            TestAnswerers.matching(index, "20 days", 0.9));
  }

  @Test
  void anAskReadsNothingOfIt() {
    String id = ask(null, "q1");
    calls.clear();
    ask(id, "q2");
    int asking = calls.size();
    calls.clear();
    follow(id);
    int following = calls.size();
    prolong(id);
    calls.clear();
    ask(id, "q3");
    assertEquals(asking, calls.size(), calls::toString);
    calls.clear();
    follow(id);
    assertEquals(following, calls.size(), calls::toString);
    assertThrows(DuplicateAskException.class, () -> ask(id, "q1"));
  }

  @Test
  void whoComesBackToItIsToldAllThatWasMissed() {
    String id = ask(null, "q1");
    long seen = stored.turns(id).getLast().seq();
    for (int i = 2; i < 12; i++) {
      ask(id, "q" + i);
    }
    List<String> missed = new ArrayList<>();
    try (Following following = conversations.follow(Optional.of(id), Optional.of(seen))) {
      assertEquals(1, following.turns().size());
      ask(id, "q12");
      following.begin(event -> missed.add(event.askId()));
    }
    assertEquals(
        List.of("q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12"),
        missed.stream().distinct().toList());
  }

  @Test
  void whoCannotFollowItHoldsNothing() {
    String id = ask(null, "q1");
    failing = "turns";
    assertThrows(IllegalStateException.class, () -> follow(id));
    failing = null;
    assertTrue(stored.delete(id));
    try (Following following = conversations.follow(Optional.of(id), Optional.empty())) {
      assertNotEquals(id, following.conversationId(), "it is looked up again");
    }
  }

  private void call(String method) {
    calls.add(method);
    if (method.equals(failing)) {
      throw new IllegalStateException("the cable is out");
    }
  }

  private void follow(String id) {
    try (Following following = conversations.follow(Optional.of(id), Optional.empty())) {
      following.begin(event -> {});
    }
  }

  private String ask(@Nullable String conversationId, String askId) {
    return conversations
        .accept(
            new AskRequest(
                askId,
                conversationId,
                "How much paid leave?",
                DocumentScope.within(Set.of("c")),
                false,
                ExplanationDetail.NONE))
        .answer(AnswerMonitor.NONE)
        .conversationId();
  }

  /** Adds turns, of which all but the latest cannot be read. */
  private void prolong(String id) {
    TurnRow last = stored.turns(id).getLast();
    for (int i = 1; i <= TURNS; i++) {
      stored.insertTurn(
          stored.find(id).orElseThrow(),
          new TurnRow(
              "a_" + i,
              id,
              "p" + i,
              last.seq() + i,
              i < TURNS - 60 ? "unreadable" : last.answer(),
              last.answeredAt()),
          new TurnSubject("key", "answered", Set.of("c")));
    }
    stored.setSeqCeiling(id, last.seq() + TURNS);
  }
}
