package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.answer.Answer;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.QuestionAnswerer;
import io.passim.answer.ScriptedReader;
import io.passim.answer.TestAnswerers;
import io.passim.conversation.Conversations.AskedTurn;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.OverloadedException;
import io.passim.store.TestRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredConversationsTest {
  private static final DocumentId DOCUMENT = new DocumentId("d_1");

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private TestRecords records;
  private QuestionAnswerer answerer = TestAnswerers.matching(index, "20 days", 0.9);
  private Conversations conversations;
  private Duration grace = Duration.ofHours(1);

  @BeforeEach
  void open() {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    if (records.documents().find(DOCUMENT).isEmpty()) {
      records.documents().insert(document(DOCUMENT));
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
    assertEquals(asked.conversationId(), conversations.list(Optional.empty()).getFirst().id());
  }

  @Test
  void whoComesBackIsToldWhatWasMissedAndNothingTwice() {
    List<ConversationEvent> first = new ArrayList<>();
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(first::add);
    String id = following.conversationId();
    ask("q1", id, "How much leave?");
    long seen = seq(first.getLast());
    following.close();
    ask("q2", id, "How much paid leave?");

    List<ConversationEvent> missed = new ArrayList<>();
    Following back = conversations.follow(Optional.of(id), Optional.of(seen));
    assertEquals(id, back.conversationId());
    assertEquals(1, back.turns().size());
    back.begin(missed::add);
    assertEquals(List.of("q2"), missed.stream().map(ConversationEvent::askId).toList());
    ConversationEvent.Answered answered =
        assertInstanceOf(ConversationEvent.Answered.class, missed.getFirst());
    assertTrue(answered.seq() > seen);
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
      assertEquals(following.seq() + i + 1, seq(events.get(i)));
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
    assertEquals(Optional.empty(), conversations.find(id));
    following.close();
  }

  @Test
  void aQuestionOutlivesItsFollowersForTheGrace() {
    Following following = followedOnlyAtFirst();
    assertFalse(following.abandoned());
    following.close();
    assertFalse(following.abandoned(), "somebody may come back");
    Following back = conversations.follow(Optional.of(following.conversationId()), Optional.of(0L));
    List<ConversationEvent> missed = new ArrayList<>();
    back.begin(missed::add);
    assertEquals(List.of("q0"), missed.stream().map(ConversationEvent::askId).distinct().toList());
    back.close();
  }

  @Test
  void aQuestionThatNobodyComesBackToIsAbandonedAfterTheGrace() {
    grace = Duration.ZERO;
    conversations = conversations();
    Following first = followedOnlyAtFirst();
    Following second = conversations.follow(Optional.of(first.conversationId()), Optional.empty());
    second.begin(event -> {});
    first.close();
    assertFalse(first.abandoned(), "there is still somebody");
    second.close();
    assertTrue(first.abandoned());
    Following back = conversations.follow(Optional.of(first.conversationId()), Optional.empty());
    back.begin(event -> {});
    assertFalse(back.abandoned());
    back.close();
  }

  @Test
  void anAbandonedQuestionIsStoppedAndCanBeAskedAgain() {
    grace = Duration.ZERO;
    conversations = conversations();
    Following following = followedOnlyAtFirst();
    String id = following.conversationId();
    AcceptedQuestion accepted = conversations.accept(request("q1", id, "How much leave?"));
    following.close();
    assertThrows(CancellationException.class, () -> accepted.answer(abandoned(following)));
    assertEquals(1, conversations.find(id).orElseThrow().turns().size());
    assertInstanceOf(Answer.Answered.class, ask("q1", id, "How much leave?").turn().answer());
  }

  /** A conversation with one turn, so that it is known, and one follower. */
  private Following followedOnlyAtFirst() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(event -> {});
    ask("q0", following.conversationId(), "How much leave?");
    return following;
  }

  /** A monitor that cancels as the chat's does. */
  private static AnswerMonitor abandoned(Following following) {
    return new AnswerMonitor() {
      @Override
      public void progress(Stage stage, int done, int total, @Nullable String standalone) {}

      @Override
      public boolean cancelled() {
        return following.abandoned();
      }
    };
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
        () -> conversations.accept(request("q1", id, "How much leave?")).answer(failing));
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

  @Test
  void aFailureIsToldToWhoeverFollows() {
    answerer =
        TestAnswerers.failing(index, new OverloadedException("encoder", Duration.ofSeconds(3)));
    conversations = conversations();
    List<ConversationEvent> events = new ArrayList<>();
    Following again = conversations.follow(Optional.empty(), Optional.empty());
    again.begin(events::add);
    assertThrows(
        OverloadedException.class, () -> ask("q1", again.conversationId(), "How much leave?"));
    ConversationEvent.Failed failed =
        assertInstanceOf(ConversationEvent.Failed.class, events.getLast());
    assertEquals("overloaded", failed.problem().code());
    assertFalse(failed.problem().detail().contains("reader"), "the encoder's queue was full");
    assertEquals(Duration.ofSeconds(3), failed.retryAfter());
    again.close();
  }

  @Test
  void aConversationIsKeptWithItsFirstAnswer() {
    String answered = ask("q1", null, "How much leave?").conversationId();
    answerer =
        TestAnswerers.failing(index, new OverloadedException("reader", Duration.ofSeconds(3)));
    conversations = conversations();
    assertThrows(OverloadedException.class, () -> ask("q2", null, "How much leave?"));
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String refused = following.conversationId();
    assertThrows(OverloadedException.class, () -> ask("q3", refused, "How much leave?"));
    assertEquals(Optional.empty(), conversations.find(refused));
    assertTrue(conversations.delete(refused), "somebody follows it");
    following.close();
    assertFalse(conversations.delete(refused));
    assertThrows(OverloadedException.class, () -> ask("q4", answered, "How much leave?"));
    assertEquals(List.of(answered), listed(Optional.empty()));
  }

  @Test
  void olderConversationsAreListedAfterTheNewest() {
    List<String> newestFirst =
        Stream.of("q1", "q2", "q3")
            .map(askId -> ask(askId, null, "How much leave?").conversationId())
            .toList()
            .reversed();
    assertEquals(newestFirst, listed(Optional.empty()));
    assertEquals(newestFirst.subList(2, 3), listed(Optional.of(newestFirst.get(1))));
    assertEquals(List.of(), listed(Optional.of(newestFirst.getLast())));
    assertThrows(ConversationNotFoundException.class, () -> listed(Optional.of("c_0")));
  }

  @Test
  void aConversationWithoutATurnIsNotListed() throws SQLException {
    String id = ask("q1", null, "How much leave?").conversationId();
    try (Connection database = TestRecords.connect(directory);
        Statement statement = database.createStatement()) {
      statement.execute(
          "INSERT INTO conversations VALUES ('c_0', 'Stopped?', TIMESTAMP '2027-01-01 00:00:00', 0)");
    }
    assertEquals(List.of(id), listed(Optional.empty()));
  }

  @Test
  void aFullDiskIsToldAsOne() {
    answerer =
        TestAnswerers.failing(
            index, new UncheckedIOException(new IOException("No space left on device")));
    conversations = conversations();
    List<ConversationEvent> events = new ArrayList<>();
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    following.begin(events::add);
    assertThrows(
        UncheckedIOException.class, () -> ask("q1", following.conversationId(), "How much leave?"));
    ConversationEvent.Failed failed =
        assertInstanceOf(ConversationEvent.Failed.class, events.getLast());
    assertEquals("storage_full", failed.problem().code());
    following.close();
  }

  @Test
  void questionsInADeletedConversationAreRefused() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    ask("q1", id, "How much leave?");
    assertTrue(conversations.delete(id));
    assertThrows(ConversationNotFoundException.class, () -> ask("q2", id, "How much leave?"));
    following.close();
  }

  @Test
  void aConversationThatIsDeletedWhileItIsAskedKeepsNothing() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    following.begin(event -> conversations.delete(id));
    assertThrows(CancellationException.class, () -> ask("q1", id, "How much leave?"));
    assertEquals(Optional.empty(), conversations.find(id));
    following.close();
  }

  @Test
  void manyFirstQuestionsAtOnceBeginOneConversation() throws Exception {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<AskedTurn>> asks =
          IntStream.range(0, 8)
              .<Callable<AskedTurn>>mapToObj(i -> () -> ask("q" + i, id, "How much leave?"))
              .toList();
      for (Future<AskedTurn> turn : threads.invokeAll(asks)) {
        assertEquals(id, turn.get().conversationId());
      }
    }
    assertEquals(8, conversations.find(id).orElseThrow().turns().size());
    following.close();
  }

  @Test
  void aQuestionMadeWithWordsOfADeletedDocumentLosesThem() {
    records.documents().insert(document(new DocumentId("d_2")));
    IndexedTexts.put(index, "d_2", "Amara Osei sits on the third floor.");
    IndexedTexts.put(index, "d_1", "The officer of privacy is Amara Osei.");
    answerer = TestAnswerers.matching(index, "Amara Osei(?=\\.)|third floor", 0.9);
    conversations = conversations();
    String id = ask("q1", null, "Who is officer of privacy?").conversationId();
    Turn second = ask("q2", id, "Where does she sit?").turn();
    records.documents().delete(DOCUMENT);
    Turn after = conversations.find(id).orElseThrow().turns().getLast();
    assertEquals("Where does she sit?", after.answer().details().question());
    assertFalse(
        after.answer().details().standaloneQuestion().contains("Osei")
            && second.answer().details().questionSources().contains(DOCUMENT));
  }

  @Test
  void aReadingThatWasTriedInVainLosesTheWordsOfADeletedDocument() {
    records.documents().insert(document(new DocumentId("d_2")));
    IndexedTexts.put(index, "d_1", "The officer is Amara Osei.");
    IndexedTexts.put(index, "d_2", "She may sit on the third floor.");
    ScriptedReader reader = new ScriptedReader(Pattern.compile("Amara Osei(?=\\.)|third floor"));
    answerer = TestAnswerers.reading(index, reader.deafTo("Osei"), 0.9);
    conversations = conversations();
    String id = ask("q1", null, "Who is in the house?").conversationId();
    Answer second = ask("q2", id, "Where does she sit?").turn().answer();
    assertEquals("Where does she sit?", second.details().standaloneQuestion());
    assertTrue(encoded(id).contains("Where does Amara Osei sit?"), encoded(id));
    records.documents().delete(DOCUMENT);
    assertFalse(conversations.find(id).orElseThrow().turns().getLast().toString().contains("Osei"));
    new TurnErasure(records.erasures(), records.conversations(), TestConversations.archive(records))
        .erase();
    assertFalse(encoded(id).contains("Osei"), encoded(id));
  }

  /** The last turn as the database keeps it. */
  private String encoded(String conversation) {
    return records.conversations().turns(conversation).getLast().answer();
  }

  @Test
  void aConversationThatIsDeletedBeforeItIsAnsweredStaysGone() {
    Following following = conversations.follow(Optional.empty(), Optional.empty());
    String id = following.conversationId();
    AcceptedQuestion accepted = conversations.accept(request("q1", id, "How much leave?"));
    conversations.delete(id);
    assertThrows(CancellationException.class, () -> accepted.answer(AnswerMonitor.NONE));
    assertEquals(List.of(), conversations.list(Optional.empty()));
    following.close();
  }

  @Test
  void expiredConversationsAreDeleted() {
    String id = ask("q1", null, "How much leave?").conversationId();
    new ConversationRetention(conversations, records.conversations(), config(Duration.ofDays(1)))
        .deleteExpired();
    assertTrue(conversations.find(id).isPresent());
    new ConversationRetention(conversations, records.conversations(), config(Duration.ZERO))
        .deleteExpired();
    assertEquals(Optional.empty(), conversations.find(id));
  }

  private static long seq(ConversationEvent event) {
    return assertInstanceOf(ConversationEvent.Numbered.class, event).seq();
  }

  private String refused(String question, String collection) {
    AskRequest request =
        new AskRequest(
            "q",
            null,
            question,
            DocumentScope.within(Set.of(collection)),
            false,
            ExplanationDetail.NONE);
    return assertThrows(InvalidQuestionException.class, () -> conversations.accept(request))
        .problem()
        .code();
  }

  private List<String> listed(Optional<String> before) {
    return conversations.list(before).stream().map(Conversation::id).toList();
  }

  private AskedTurn ask(String askId, @Nullable String conversationId, String question) {
    return conversations
        .accept(request(askId, conversationId, question))
        .answer(AnswerMonitor.NONE);
  }

  private static AskRequest request(
      String askId, @Nullable String conversationId, String question) {
    return new AskRequest(
        askId,
        conversationId,
        question,
        DocumentScope.within(Set.of("c")),
        false,
        ExplanationDetail.SCORES);
  }

  private Conversations conversations() {
    ConversationConfig config = config(null);
    AnswerArchive archive =
        new AnswerArchive(
            new ObjectMapper().registerModule(new JavaTimeModule()), records.documents());
    ConversationKeeper keeper = new ConversationKeeper(records.conversations(), records.diskFull());
    return new StoredConversations(
        new ConversationChannels(records.conversations(), keeper, archive),
        records.conversations(),
        keeper,
        archive,
        new QuestionCheck(config, records.collections()),
        answerer,
        config,
        new ConversationMeters(new SimpleMeterRegistry()),
        records.diskFull());
  }

  private ConversationConfig config(@Nullable Duration retention) {
    return new ConversationConfig() {
      @Override
      public int maxQuestionLength() {
        return 1000;
      }

      @Override
      public int historyTurns() {
        return 5;
      }

      @Override
      public Duration reconnectGrace() {
        return grace;
      }

      @Override
      public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
      }
    };
  }

  static Document document(DocumentId id) {
    return Document.queued(id, "c", "", id + ".txt", Instant.EPOCH)
        .withContent("text/plain", 46, "0".repeat(64))
        .parsed(DocumentMetadata.of("File", List.of()), "en", 1)
        .ready(1, Instant.EPOCH);
  }
}
