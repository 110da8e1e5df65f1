package io.passim.curate;

import static io.passim.curate.TestCuration.DOCUMENT;
import static io.passim.curate.TestCuration.TEXT;
import static io.passim.curate.TestCuration.quoting;
import static io.passim.curate.TestCuration.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.curate.CuratedAnswer.State;
import io.passim.curate.CuratedDraft.CitationDraft;
import io.passim.document.DocumentId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuratedLibraryTest {
  private static final String QUESTION = "When does the canteen open?";

  @TempDir Path directory;
  private TestCuration curation;
  private CuratedLibrary library;

  @BeforeEach
  void open() {
    curation = new TestCuration(directory, 0.85);
    library = curation.library;
  }

  @Test
  void whatIsPinnedIsKept() {
    CuratedAnswer pinned = library.pin(quoting(QUESTION, "half past eleven", "Lunch from when?"));
    open();
    assertEquals(Optional.of(pinned), library.find(pinned.id()));
    assertEquals(List.of(pinned), library.list());
    assertEquals(State.CURRENT, pinned.standing().state());
    assertEquals(List.of("Lunch from when?"), pinned.paraphrases());
  }

  @Test
  void aReplacementIsTheNextRevision() {
    String id = library.pin(saying(QUESTION, "At noon.")).id();
    CuratedAnswer replaced =
        library.replace(id, null, saying(QUESTION, "At one.", "c")).orElseThrow();
    assertEquals(2, replaced.revision());
    assertEquals("At one.", replaced.text());
    assertEquals(Set.of("c"), replaced.collectionIds());
    assertEquals(Optional.of(replaced), library.find(id));
    assertEquals(Optional.empty(), library.replace("k_0", null, saying(QUESTION, "At noon.")));
  }

  @Test
  void whatSomebodyElseHasChangedMeanwhileIsNotReplaced() {
    String id = library.pin(saying(QUESTION, "At noon.")).id();
    assertTrue(library.replace(id, 1, saying(QUESTION, "At one.")).isPresent());
    CuratedRefusedException late =
        assertThrows(
            CuratedRefusedException.class,
            () -> library.replace(id, 1, saying(QUESTION, "At two.")));
    assertEquals("curated_changed", late.problem().code());
    assertEquals("At one.", library.find(id).orElseThrow().text());
    assertTrue(library.replace(id, 2, saying(QUESTION, "At two.")).isPresent());
  }

  @Test
  void whatIsUnpinnedIsGone() {
    String id = library.pin(saying(QUESTION, "At noon.")).id();
    assertTrue(library.unpin(id));
    assertFalse(library.unpin(id));
    assertEquals(Optional.empty(), library.find(id));
    library.pin(saying(QUESTION, "At one."));
  }

  @Test
  void oneQuestionHasOneAnswerInEachCollection() {
    String id = library.pin(saying(QUESTION, "At noon.")).id();
    assertEquals("curated_exists", refused(saying("when does the canteen  OPEN", "At one.")));
    library.pin(saying(QUESTION, "At one.", "c"));
    assertEquals("curated_exists", refused(saying(QUESTION, "At two.", "other", "c")));
    library.pin(saying(QUESTION, "At two.", "other"));
    assertTrue(library.replace(id, null, saying(QUESTION, "At three.")).isPresent());
    CuratedRefusedException taken =
        assertThrows(
            CuratedRefusedException.class,
            () -> library.replace(id, null, saying(QUESTION, "At three.", "c")));
    assertEquals("curated_exists", taken.problem().code());
    assertEquals("At three.", library.find(id).orElseThrow().text());
  }

  @Test
  void ofThoseWhoPinAQuestionAtOnceOneDoes() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> pins =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(i -> () -> pins(saying(QUESTION, "At " + i)))
              .toList();
      int pinned = 0;
      for (Future<Boolean> pin : threads.invokeAll(pins)) {
        pinned += pin.get() ? 1 : 0;
      }
      assertEquals(1, pinned);
    }
    assertEquals(1, library.list().size());
  }

  @Test
  void paraphrasesThatAreWrittenAlikeCountOnce() {
    CuratedAnswer pinned =
        library.pin(
            new CuratedDraft(
                QUESTION,
                List.of("when does the canteen open", "Lunch?", "lunch"),
                List.of(),
                "At noon.",
                null));
    assertEquals(List.of("Lunch?"), pinned.paraphrases());
  }

  @Test
  void whatCannotBePinnedIsRefusedWithItsReason() {
    assertEquals("question_empty", refused(saying(" \n", "At noon.")));
    assertEquals("question_too_long", refused(saying("x".repeat(1001), "At noon.")));
    assertEquals("answer_empty", refused(saying(QUESTION, " \n\t")));
    assertEquals("answer_too_long", refused(saying(QUESTION, "x".repeat(4001))));
    assertEquals("curated_invalid", refused(saying(QUESTION, null)));
    assertEquals("collection_not_found", refused(saying(QUESTION, "At noon.", "archive")));
    assertEquals(
        "too_many_paraphrases",
        refused(
            new CuratedDraft(
                QUESTION, Collections.nCopies(21, "Lunch?"), List.of(), "At noon.", null)));
    assertEquals(
        "question_empty",
        refused(
            new CuratedDraft(
                QUESTION, Collections.singletonList(null), List.of(), "At noon.", null)));
    assertEquals(
        "curated_invalid",
        refused(
            new CuratedDraft(
                QUESTION, List.of(), List.of(), "x", quoting(QUESTION, "20 days").citation())));
    assertEquals(List.of(), library.list());
  }

  @Test
  void whatDoesNotStandInADocumentIsNoQuotation() {
    String document = DOCUMENT.value();
    assertEquals("span_invalid", refused(document, 0, TEXT.length() + 1, null));
    assertEquals("span_invalid", refused(document, -1, 3, null));
    assertEquals("span_invalid", refused(document, 3, 3, null));
    assertEquals("span_invalid", refused(document, null, 3, null));
    assertEquals("span_invalid", refused(document, 3, 4, null));
    assertEquals("citation_mismatch", refused(document, 0, 3, "the"));
    assertEquals("document_not_found", refused("d_0", 0, 3, null));
    assertEquals("curated_invalid", refused(null, 0, 3, null));
    curation.put(new DocumentId("d_2"), "A 𝄞 clef");
    assertEquals("span_invalid", refused("d_2", 0, 3, null));
    curation.records.documents().delete(DOCUMENT);
    assertEquals("document_deleted", refused(document, 0, 3, null));
  }

  @Test
  void aDocumentOfAnotherCollectionIsNotCited() {
    CuratedDraft draft =
        new CuratedDraft(
            QUESTION,
            List.of(),
            List.of("other"),
            null,
            quoting(QUESTION, "half past eleven").citation());
    assertEquals("citation_outside_collections", refused(draft));
  }

  @Test
  void markupIsText() {
    String markup = "<script>alert(1)</script> ${7*7} \uD800";
    CuratedAnswer pinned = library.pin(saying(markup + "?", markup));
    assertEquals("<script>alert(1)</script> ${7*7} \uFFFD", pinned.text());
    assertEquals(Optional.of(pinned), library.find(pinned.id()));
  }

  @Test
  void anAnswerOfACollectionThatIsGoneIsForNobody() {
    String id = library.pin(saying(QUESTION, "At noon.", "other")).id();
    curation.records.collections().delete("other");
    CuratedAnswer stale = library.find(id).orElseThrow();
    assertEquals(State.NO_COLLECTION, stale.standing().state());
    assertEquals(Set.of("other"), stale.collectionIds());
  }

  private boolean pins(CuratedDraft draft) {
    try {
      library.pin(draft);
      return true;
    } catch (CuratedRefusedException refused) {
      return false;
    }
  }

  private String refused(
      @Nullable String document,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String text) {
    return refused(
        new CuratedDraft(
            QUESTION, List.of(), List.of(), null, new CitationDraft(document, start, end, text)));
  }

  private String refused(CuratedDraft draft) {
    return assertThrows(CuratedRefusedException.class, () -> library.pin(draft)).problem().code();
  }
}
