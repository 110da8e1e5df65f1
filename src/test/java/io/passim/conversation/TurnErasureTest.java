package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.answer.TestAnswerers;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.store.ErasureRecords.Holder;
import io.passim.store.TestRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database keeps of turns whose documents are deleted. */
class TurnErasureTest {
  private static final DocumentId STAYS = new DocumentId("d_1");
  private static final DocumentId GOES = new DocumentId("d_2");

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private TestRecords records;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    for (DocumentId id : List.of(STAYS, GOES)) {
      records.documents().insert(document(id));
    }
  }

  @Test
  void theWordsLeaveTheDatabaseAfterARestartTooAndTheOthersStay() {
    IndexedTexts.put(index, STAYS.value(), "Part-time staff receive 20 days of leave.");
    String kept = ask("q1", "How much leave?");
    IndexedTexts.put(index, GOES.value(), "Night staff receive 31 days of leave. Leave, leave.");
    String both = ask("q2", "How much leave have night staff?");
    records.documents().delete(GOES);
    assertTrue(stored(both).contains("31 days"), "redacted on reading until it is erased");
    records = TestRecords.open(directory);
    erasure().erase();
    assertFalse(stored(both).contains("31 days"), stored(both));
    assertTrue(stored(kept).contains("20 days"));
    assertEquals(Set.of(), records.erasures().pending(Holder.TURNS));
    assertEquals(
        Set.of(GOES),
        conversations().find(both).orElseThrow().turns().getFirst().deleted(),
        "the answer still says what has happened to it");
  }

  @Test
  void whatIsDeletedWhileItIsReadIsNotStored() {
    IndexedTexts.put(index, GOES.value(), "Night staff receive 31 days of leave.");
    records.documents().delete(GOES);
    erasure().erase();
    assertFalse(stored(ask("q1", "How much leave?")).contains("31 days"));
  }

  private String ask(String askId, String question) {
    return conversations()
        .accept(
            new AskRequest(
                askId,
                null,
                question,
                DocumentScope.within(Set.of("c")),
                false,
                ExplanationDetail.SCORES))
        .answer(AnswerMonitor.NONE)
        .conversationId();
  }

  private String stored(String conversation) {
    return records.conversations().turns(conversation).getFirst().answer();
  }

  private Conversations conversations() {
    return TestConversations.of(
        records, TestAnswerers.matching(index, "(?<=Night staff receive )31 days|20 days", 0.9));
  }

  private TurnErasure erasure() {
    return new TurnErasure(
        records.erasures(), records.conversations(), TestConversations.archive(records));
  }

  private static Document document(DocumentId id) {
    return Document.queued(id, "c", "", id + ".txt", Instant.EPOCH)
        .withContent("text/plain", 46, id.value().repeat(16))
        .parsed(DocumentMetadata.of("File", List.of()), "en", 1)
        .ready(1, Instant.EPOCH);
  }
}
