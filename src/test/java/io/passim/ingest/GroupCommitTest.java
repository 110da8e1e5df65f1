package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.CharSpan;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.InMemoryPassageIndex;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  @TempDir Path directory;
  private final InMemoryPassageIndex index = new InMemoryPassageIndex();
  private TestLibrary library;

  @BeforeEach
  void open() {
    // Its queue is not started: what becomes ready is up to the test.
    library = new TestLibrary(directory, index, new FakeParser(), 1);
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void thoseThatComeMeanwhileShareOneCommit() throws Exception {
    List<Document> documents = List.of(parsed("a.txt"), parsed("b.txt"), parsed("c.txt"));
    long before = index.generation();
    for (FutureTask<IngestOutcome> outcome : together(documents)) {
      assertEquals(IngestOutcome.Ready.class, outcome.get().getClass());
    }
    assertEquals(before + 1, index.generation());
    assertEquals(ids(documents), index.documents());
    for (Document document : documents) {
      assertEquals(DocumentStatus.READY, library.find(document.id()).status());
    }
  }

  @Test
  void oneThatTheIndexRefusesDoesTheOthersNoHarm() throws Exception {
    Document refused = parsed("refused.txt");
    List<Document> documents = List.of(parsed("a.txt"), refused, parsed("c.txt"));
    index.refuse(refused.id());
    List<FutureTask<IngestOutcome>> outcomes = together(documents);
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> outcomes.get(1).get());
    assertInstanceOf(UncheckedIOException.class, failure.getCause());
    for (int i : new int[] {0, 2}) {
      assertEquals(IngestOutcome.Ready.class, outcomes.get(i).get().getClass());
      assertEquals(DocumentStatus.READY, library.find(documents.get(i).id()).status());
    }
    assertEquals(DocumentStatus.QUEUED, library.find(refused.id()).status());
  }

  @Test
  void ofVersionsThatComeTogetherTheLatestIsInForce() throws Exception {
    Document first = parsed("a.txt");
    Document second = parsed("a.txt");
    Document third = parsed("a.txt");
    for (FutureTask<IngestOutcome> outcome : together(List.of(first, third, second))) {
      outcome.get();
    }
    assertEquals(Set.of(third.id()), index.documents());
    assertEquals(DocumentStatus.READY, library.find(third.id()).status());
    for (Document old : List.of(first, second)) {
      assertEquals(DocumentStatus.SUPERSEDED, library.find(old.id()).status());
      assertEquals(third.id(), library.find(old.id()).supersededBy());
    }
  }

  @Test
  void oneThatIsDeletedMeanwhileIsNotFound() throws Exception {
    Document deleted = parsed("a.txt");
    Document kept = parsed("b.txt");
    library.documents.delete(deleted.id());
    together(List.of(deleted, kept)).forEach(FutureTask::state);
    await().until(() -> library.find(kept.id()).status() == DocumentStatus.READY);
    assertEquals(Set.of(kept.id()), index.documents());
  }

  /** Has all of them wait for the lock, in this order, and lets them go. */
  private List<FutureTask<IngestOutcome>> together(List<Document> documents) {
    List<FutureTask<IngestOutcome>> outcomes = new ArrayList<>();
    library.lock.with(() -> {
      for (Document document : documents) {
        FutureTask<IngestOutcome> task =
            new FutureTask<>(() -> library.commits.recordReady(document, passages(document)));
        Thread thread = Thread.ofPlatform().start(task);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        outcomes.add(task);
      }
      return null;
    });
    return outcomes;
  }

  private Document parsed(String filename) {
    Document queued = library.submit("c", filename, filename + " " + System.nanoTime());
    return queued.parsed(queued.metadata(), "en", 1).at(DocumentStatus.INDEXING, 0.7);
  }

  private static List<Passage> passages(Document document) {
    CharSpan span = new CharSpan(0, 5);
    return List.of(
        new Passage(
            document.id(), 0, span, List.of(new Page(1, span)), List.of(), "words", List.of(span)));
  }

  private static Set<DocumentId> ids(List<Document> documents) {
    return Set.copyOf(documents.stream().map(Document::id).toList());
  }
}
