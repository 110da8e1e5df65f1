package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiDocumentRecordsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  @TempDir Path directory;
  private TestRecords records;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "Collection", "en", 0, 0));
  }

  @Test
  void findsWhatWasInsertedAfterTheDatabaseIsOpenedAgain() {
    Document document =
        queued("d_1", "aa")
            .parsed(DocumentMetadata.of("Title", List.of("hr")), "fr", 3)
            .withoutTextOn(2)
            .ready(7, NOW);
    assertTrue(records.documents().insert(document));
    assertEquals(
        Optional.of(document), TestRecords.open(directory).documents().find(document.id()));
  }

  @Test
  void keepsTheReasonOfAFailure() {
    Document failed = queued("d_1", "aa").failed(new Problem("document_damaged", "It ends early."));
    records.documents().insert(failed);
    assertEquals(Optional.of(failed), records.documents().find(failed.id()));
  }

  @Test
  void refusesADocumentOfAnUnknownCollection() {
    Document document = queued("d_1", "aa");
    records.collections().delete("c");
    assertFalse(records.documents().insert(document));
  }

  @Test
  void addsAllOrNone() {
    Document first = queued("d_1", "aa");
    Document second = queued("d_2", "bb");
    List<Document> both = List.of(first, second);
    UnaryOperator<Document> refusing =
        document -> {
          if (document.equals(second)) {
            assertEquals(Optional.of(first), records.documents().findOriginal("c", "aa"));
            throw new IllegalStateException("a test");
          }
          return document;
        };
    assertThrows(IllegalStateException.class, () -> records.documents().insert(both, refusing));
    assertEquals(List.of(), records.documents().list("c"));
    assertEquals(both, records.documents().insert(both, UnaryOperator.identity()));
    assertEquals(both, records.documents().list("c"));
  }

  @Test
  void updatesOnlyWhatIsThere() {
    Document document = queued("d_1", "aa");
    assertFalse(records.documents().update(document));
    records.documents().insert(document);
    assertTrue(records.documents().update(document.at(DocumentStatus.PARSING, 0.5)));
    assertEquals(0.5, records.documents().find(document.id()).orElseThrow().progress());
    assertTrue(records.documents().update(document.withoutTextOn(1)));
    assertEquals(1, records.documents().find(document.id()).orElseThrow().pagesWithoutText());
  }

  @Test
  void listsInUploadOrderAndQueuesWhatIsNotFinal() {
    for (String id : List.of("d_z", "d_a", "d_m")) {
      records.documents().insert(queued(id, id));
    }
    records.documents().update(queued("d_a", "d_a").ready(1, NOW));
    assertEquals(List.of("d_z", "d_a", "d_m"), ids(records.documents().list("c")));
    assertEquals(List.of("d_z", "d_m"), ids(records.documents().unfinished(9)));
    assertEquals(List.of("d_z"), ids(records.documents().unfinished(1)));
    assertEquals(List.of("d_a"), ids(records.documents().ready()));
  }

  /** Each document that is taken in asks for the next: of a long queue, it must not read all. */
  @Test
  void readsNoMoreOfTheQueueThanIsAskedFor() {
    List<Document> many =
        IntStream.range(0, 1000).mapToObj(i -> queued("d_" + i, "s" + i)).toList();
    records.documents().insert(many, UnaryOperator.identity());
    records.documents().update(many.get(1).at(DocumentStatus.INDEXING, 0.7));
    records.documents().update(many.get(2).at(DocumentStatus.PARSING, 0));
    assertEquals(List.of("d_0", "d_1", "d_2", "d_3"), ids(records.documents().unfinished(4)));
    String plan =
        TestRecords.jdbi(directory)
            .withHandle(handle ->
                handle
                    .createQuery("EXPLAIN ANALYZE " + UnfinishedDocuments.FIRST)
                    .bind("limit", 4)
                    .mapTo(String.class)
                    .one());
    List<Integer> scanned =
        Pattern.compile("scanCount: (\\d+)")
            .matcher(plan)
            .results()
            .map(count -> Integer.valueOf(count.group(1)))
            .toList();
    assertFalse(scanned.isEmpty(), plan);
    assertTrue(Collections.max(scanned) < 20, plan);
  }

  @Test
  void holdsADuplicateBackUntilItsOriginalIsFinal() {
    Document first = queued("d_1", "aa");
    records.documents().insert(first);
    records.documents().insert(queued("d_2", "aa").duplicateOf(first.id()));
    assertEquals(List.of("d_1"), ids(records.documents().unfinished(9)));
    records.documents().update(first.ready(1, NOW));
    assertEquals(List.of("d_2"), ids(records.documents().unfinished(9)));
  }

  @Test
  void findsTheOriginalAmongEqualContents() {
    records.documents().insert(queued("d_1", "aa").failed(new Problem("x", "y")));
    assertEquals(Optional.empty(), records.documents().findOriginal("c", "aa"));
    records.documents().insert(queued("d_2", "aa"));
    records.documents().insert(queued("d_3", "aa").duplicateOf(new DocumentId("d_2")));
    assertEquals("d_2", records.documents().findOriginal("c", "aa").orElseThrow().id().value());
    assertEquals(3, records.documents().countByContent("aa"));
  }

  @Test
  void putsTheFirstDuplicateInTheDeletedOriginalsPlace() {
    Document first = queued("d_1", "aa").ready(5, NOW);
    records.documents().insert(first);
    for (String id : List.of("d_2", "d_3")) {
      records.documents().insert(queued(id, "aa").duplicateOf(first.id()).ready(5, NOW));
    }
    List<Document> queued = records.documents().delete(first.id());
    assertEquals(List.of("d_2", "d_3"), ids(queued));
    assertNull(queued.get(0).duplicateOf());
    assertEquals(new DocumentId("d_2"), queued.get(1).duplicateOf());
    assertEquals(queued, records.documents().list("c"));
    assertEquals(List.of("d_2"), ids(records.documents().unfinished(9)));
  }

  @Test
  void countsDocumentsAndThePassagesThatCanBeFound() {
    records.documents().insert(queued("d_1", "aa").ready(5, NOW));
    records
        .documents()
        .insert(queued("d_2", "aa").duplicateOf(new DocumentId("d_1")).ready(5, NOW));
    records.documents().insert(queued("d_3", "bb"));
    assertEquals(
        Optional.of(new DocumentCollection("c", "Collection", "en", 3, 5)),
        records.collections().find("c"));
  }

  static Document queued(String id, String sha256) {
    return Document.queued(new DocumentId(id), "c", "", "name.txt", NOW)
        .withContent("text/plain", 12, sha256);
  }

  private static List<String> ids(List<Document> documents) {
    return documents.stream().map(document -> document.id().value()).toList();
  }
}
