package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.passim.answer.Answer;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.TestAnswerers;
import io.passim.conversation.Conversations.AskedTurn;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.store.TestRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredConversationsTest {
  private static final DocumentId DOCUMENT = new DocumentId("d_1");

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private TestRecords records;
  private Conversations conversations;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    if (records.documents().find(DOCUMENT).isEmpty()) {
      records.documents().insert(document());
      IndexedTexts.put(index, "d_1", "Part-time staff receive 20 days of paid leave.");
    }
    conversations = conversations();
  }

  @Test
  void turnsAreStoredAndFoundAfterARestart() {
    AskedTurn asked = ask("q1", null, "How much leave?");
    open();
    Conversation stored = conversations.find(asked.conversationId()).orElseThrow();
    assertEquals("How much leave?", stored.title());
    assertEquals(List.of(asked.turn()), stored.turns());
    assertEquals(asked.conversationId(), conversations.list().getFirst().id());
  }

  @Test
  void whoComesBackIsToldWhatWasMissedAndNothingTwice() {
    List<ConversationEvent> first = new ArrayList<>();
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(first::add);
    String id = following.conversationId();
    ask("q1", id, "How much leave?");
    long seen = first.getLast().seq();
    following.close();
    ask("q2", id, "How much paid leave?");

    List<ConversationEvent> missed = new ArrayList<>();
    Following back = conversations.follow(Optional.of(id), Optional.of(seen));
    assertEquals(id, back.conversationId());
    assertEquals(1, back.turns().size());
    back.begin(missed::add);
    assertEquals(List.of("q2"), missed.stream().map(ConversationEvent::askId).toList());
    assertInstanceOf(ConversationEvent.Answered.class, missed.getFirst());
    assertTrue(missed.getFirst().seq() > seen);
    back.close();
  }

  @Test
  void eventsAreNumberedWithoutAGap() {
    List<ConversationEvent> events = new ArrayList<>();
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(events::add);
    ask("q1", following.conversationId(), "How much leave?");
    ask("q2", following.conversationId(), "How much paid leave?");
    for (int i = 0; i < events.size(); i++) {
      assertEquals(following.seq() + i + 1, events.get(i).seq());
    }
    following.close();
  }

  @Test
  void numbersNeverFallOverARestart() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    long before = ask("q1", id, "How much leave?").turn().seq();
    open(); // without closing, as after a crash
    long after = ask("q2", id, "How much paid leave?").turn().seq();
    assertTrue(after > before, before + " then " + after);
  }

  @Test
  void theSameIdTwiceIsOneQuestion() {
    String id = ask("q1", null, "How much leave?").conversationId();
    Following following = conversations.follow(Optional.of(id), Optional.empty());
    assertThrows(DuplicateAskException.class, () -> ask("q1", id, "How much leave?"));
    assertEquals(1, conversations.find(id).orElseThrow().turns().size());
    following.close();
  }

  @Test
  void aStoppedQuestionLeavesNoTurn() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    List<ConversationEvent> events = new ArrayList<>();
    following.begin(event -> {
      events.add(event);
      conversations.stop(id, "q1");
    });
    assertThrows(CancellationException.class, () -> ask("q1", id, "How much leave?"));
    assertInstanceOf(ConversationEvent.Stopped.class, events.getLast());
    assertEquals(List.of(), conversations.find(id).orElseThrow().turns());
    following.close();
  }

  @Test
  void aFailedQuestionCanBeAskedAgain() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    AnswerMonitor failing =
        new AnswerMonitor() {
          @Override
          public void progress(Stage stage, int done, int total, @Nullable String standalone) {
            throw new IllegalStateException("broken");
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> conversations.ask(request("q1", id, "How much leave?"), failing));
    assertInstanceOf(Answer.Answered.class, ask("q1", id, "How much leave?").turn().answer());
    following.close();
  }

  @Test
  void wordsOfADeletedDocumentAreTakenOut() {
    String id = ask("q1", null, "How much leave?").conversationId();
    records.documents().delete(DOCUMENT);
    Turn turn = conversations.find(id).orElseThrow().turns().getFirst();
    Answer.Answered answered = assertInstanceOf(Answer.Answered.class, turn.answer());
    assertEquals("", answered.answer().text());
    assertEquals("", answered.answer().citation().sentence());
    assertEquals(List.of(), answered.details().passages());
    assertNull(answered.details().explanation());
    assertFalse(turn.toString().contains("20 days"), turn::toString);
  }

  @Test
  void whatCannotBeAskedIsRefusedWithItsReason() {
    assertEquals("question_empty", refused(" \n\t", "c"));
    assertEquals("question_too_long", refused("x".repeat(10_000), "c"));
    assertEquals("collection_not_found", refused("How much leave?", "archive"));
  }

  @Test
  void aDeletedConversationIsGone() {
    String id = ask("q1", null, "How much leave?").conversationId();
    assertTrue(conversations.delete(id));
    assertEquals(Optional.empty(), conversations.find(id));
    assertFalse(conversations.delete(id));
  }

  @Test
  void feedbackNeedsAnAnswer() {
    Turn turn = ask("q1", null, "How much leave?").turn();
    Feedback feedback =
        new Feedback(turn.answer().details().id(), Feedback.Rating.UP, "exact", null);
    assertTrue(conversations.rate(feedback));
    assertTrue(conversations.rate(feedback));
    assertFalse(conversations.rate(new Feedback("a_0", Feedback.Rating.DOWN, null, null)));
  }

  private String refused(String question, String collection) {
    AskRequest request =
        new AskRequest("q", null, question, List.of(collection), false, ExplanationDetail.NONE);
    return assertThrows(
            InvalidQuestionException.class, () -> conversations.ask(request, AnswerMonitor.NONE))
        .problem()
        .code();
  }

  private AskedTurn ask(String askId, @Nullable String conversationId, String question) {
    return conversations.ask(request(askId, conversationId, question), AnswerMonitor.NONE);
  }

  private static AskRequest request(
      String askId, @Nullable String conversationId, String question) {
    return new AskRequest(
        askId, conversationId, question, List.of("c"), false, ExplanationDetail.SCORES);
  }

  private Conversations conversations() {
    ConversationConfig config =
        new ConversationConfig() {
          @Override
          public int maxQuestionLength() {
            return 1000;
          }

          @Override
          public int historyTurns() {
            return 5;
          }

          @Override
          public Optional<Duration> retention() {
            return Optional.empty();
          }
        };
    AnswerArchive archive =
        new AnswerArchive(
            new ObjectMapper().registerModule(new JavaTimeModule()), records.documents());
    return new StoredConversations(
        new ConversationChannels(records.conversations(), archive),
        records.conversations(),
        archive,
        new QuestionCheck(config, records.collections()),
        TestAnswerers.matching(index, "20 days", 0.9),
        config);
  }

  private static Document document() {
    return new Document(
        DOCUMENT,
        "c",
        "d_1.txt",
        "File",
        "text/plain",
        46,
        "0".repeat(64),
        "en",
        1,
        1,
        DocumentStatus.READY,
        1,
        null,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
