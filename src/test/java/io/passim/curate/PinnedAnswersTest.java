package io.passim.curate;

import static io.passim.curate.TestCuration.DOCUMENT;
import static io.passim.curate.TestCuration.TEXT;
import static io.passim.curate.TestCuration.quoting;
import static io.passim.curate.TestCuration.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.Citation;
import io.passim.answer.CuratedMatch;
import io.passim.curate.CuratedAnswer.State;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedAnswersTest {
  private static final String QUESTION = "When does the canteen open?";

  @TempDir Path directory;
  private TestCuration curation;

  @BeforeEach
  void open() {
    curation = new TestCuration(directory, 0.85);
  }

  @Test
  void theSameQuestionIsGivenTheExactWordsAtTheirPlace() {
    CuratedAnswer pinned = curation.library.pin(quoting(QUESTION, "half past eleven"));
    CuratedMatch match = find("  when DOES the\u00a0canteen open ??").orElseThrow();
    Citation citation = match.citation();
    assertNotNull(citation);
    assertEquals("half past eleven", citation.span().of(TEXT));
    assertEquals("half past eleven", match.text());
    assertEquals(TEXT, citation.sentence());
    assertEquals("en", citation.language());
    assertEquals(1, match.curation().similarity());
    assertEquals(pinned.id(), match.curation().id());
    assertNull(match.encoder());
  }

  @Test
  void aParaphraseIsRecognised() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    CuratedMatch match = find("What time does our canteen open?").orElseThrow();
    assertEquals(QUESTION, match.curation().question());
    assertTrue(match.curation().similarity() > 0.85 && match.curation().similarity() < 1);
    assertEquals(curation.encoder.manifest().name(), match.encoder());
  }

  @Test
  void aPinnedParaphraseIsTheQuestionToo() {
    curation.library.pin(quoting(QUESTION, "half past eleven", "From when on can I have lunch?"));
    assertEquals(
        "From when on can I have lunch?",
        find("from when on can I have lunch").orElseThrow().curation().question());
  }

  @Test
  void aNearMissIsNotGiven() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    for (String other :
        List.of(
            "When does the canteen close?",
            "Who opens the canteen?",
            "When does the library open?",
            "When does the canteen not open?",
            "canteen",
            "?")) {
      assertEquals(Optional.empty(), find(other), other);
    }
  }

  @Test
  void theThresholdDecidesBetweenOtherWords() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    TestCuration strict = new TestCuration(directory, 1.01);
    String paraphrase = "What time does our canteen open?";
    assertTrue(find(paraphrase).isPresent());
    assertEquals(
        Optional.empty(), strict.answers.find(asked(paraphrase, DocumentScope.EVERYWHERE)));
    assertTrue(strict.answers.find(asked(QUESTION, DocumentScope.EVERYWHERE)).isPresent());
  }

  @Test
  void whatWasPinnedIsThereAfterARestart() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    Optional<CuratedMatch> before = find("What time does the canteen open?");
    open();
    assertEquals(
        before.orElseThrow().curation(),
        find("What time does the canteen open?").orElseThrow().curation());
  }

  @Test
  void whoMayNotSeeTheDocumentIsNotGivenItsWords() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    assertTrue(find(QUESTION, DocumentScope.within(Set.of("c", "other"))).isPresent());
    assertEquals(Optional.empty(), find(QUESTION, DocumentScope.within(Set.of("other"))));
    assertEquals(
        Optional.empty(), find(QUESTION, scope(Set.of("hr"), Set.of(), null)), "other tags");
    assertEquals(
        Optional.empty(), find(QUESTION, scope(Set.of(), Set.of("fr"), null)), "other language");
    assertTrue(find(QUESTION, scope(Set.of(), Set.of("en"), null)).isPresent());
    assertEquals(
        Optional.empty(), find(QUESTION, scope(Set.of(), Set.of(), LocalDate.EPOCH)), "undated");
  }

  @Test
  void anAnswerOfACollectionIsForWhoAsksThere() {
    curation.library.pin(saying(QUESTION, "At noon.", "other"));
    assertEquals(Optional.empty(), find(QUESTION, DocumentScope.within(Set.of("c"))));
    assertEquals(
        "At noon.", find(QUESTION, DocumentScope.within(Set.of("other"))).orElseThrow().text());
    assertTrue(find(QUESTION).isPresent());
  }

  @Test
  void theAnswerOfACollectionComesBeforeTheAnswerForAll() {
    curation.library.pin(saying(QUESTION, "At eleven."));
    curation.library.pin(saying(QUESTION, "At noon.", "other"));
    assertEquals(
        "At noon.", find(QUESTION, DocumentScope.within(Set.of("other"))).orElseThrow().text());
    assertEquals(
        "At eleven.", find(QUESTION, DocumentScope.within(Set.of("c"))).orElseThrow().text());
  }

  @Test
  void anAnswerWhoseCollectionsAreGoneIsForNobody() {
    curation.records.collections().insert(new DocumentCollection("last", "Last", "en", 0, 0));
    String id = curation.library.pin(saying(QUESTION, "At noon.", "other", "last")).id();
    curation.records.collections().delete("other");
    assertTrue(find(QUESTION).isPresent(), "one is left");
    curation.records.collections().delete("last");
    assertEquals(Optional.empty(), find(QUESTION));
    assertEquals(State.NO_COLLECTION, curation.library.find(id).orElseThrow().standing().state());
  }

  @Test
  void aTextOfOnesOwnIsNoDocumentThatAFilterFinds() {
    curation.library.pin(saying(QUESTION, "At noon."));
    CuratedMatch match = find(QUESTION).orElseThrow();
    assertEquals("At noon.", match.text());
    assertNull(match.citation());
    assertEquals(Optional.empty(), find(QUESTION, scope(Set.of(), Set.of("en"), null)));
  }

  @Test
  void theWordsOfADeletedDocumentAreGone() {
    String id = curation.library.pin(quoting(QUESTION, "half past eleven")).id();
    curation.index.delete(DOCUMENT);
    curation.records.documents().delete(DOCUMENT);
    curation.records.texts().delete(DOCUMENT);
    assertEquals(Optional.empty(), find(QUESTION));
    CuratedAnswer stale = curation.library.find(id).orElseThrow();
    assertEquals(State.DELETED, stale.standing().state());
    assertNull(stale.text());
    assertFalse(curation.library.list().toString().contains("half past"));
  }

  @Test
  void theWordsOfASupersededDocumentAreNotGivenAsCurrent() {
    String id = curation.library.pin(quoting(QUESTION, "half past eleven")).id();
    DocumentId next = new DocumentId("d_2");
    Document newer = TestCuration.document(next).replaces(DOCUMENT);
    curation.records.documents().insert(newer);
    curation
        .records
        .documents()
        .supersede(
            Map.of(newer, List.of(curation.records.documents().find(DOCUMENT).orElseThrow())));
    assertEquals(Optional.empty(), find(QUESTION));
    CuratedAnswer stale = curation.library.find(id).orElseThrow();
    assertEquals(State.SUPERSEDED, stale.standing().state());
    assertEquals(next, stale.standing().supersededBy());
  }

  @Test
  void otherWordsAtThePlaceAreNotGiven() {
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    curation.put(DOCUMENT, TEXT.replace("eleven", "twelve"));
    assertEquals(Optional.empty(), find(QUESTION));
  }

  @Test
  void aStaleAnswerMakesRoomForTheNext() {
    curation.library.pin(saying(QUESTION, "At noon."));
    curation.library.pin(
        new CuratedDraft(
            QUESTION,
            List.of(),
            List.of("c"),
            null,
            quoting(QUESTION, "half past eleven").citation()));
    assertEquals("half past eleven", find(QUESTION).orElseThrow().text());
    curation.put(DOCUMENT, TEXT.replace("eleven", "twelve"));
    assertEquals("At noon.", find(QUESTION).orElseThrow().text());
  }

  @Test
  void theSameQuestionIsGivenTheSameAnswer() {
    for (int i = 0; i < 20; i++) {
      curation.library.pin(saying("When does the canteen open in room " + i + "?", "At " + i));
    }
    curation.library.pin(quoting(QUESTION, "half past eleven"));
    Optional<CuratedMatch> first = find("What time does the canteen open?");
    for (int i = 0; i < 5; i++) {
      assertEquals(first, find("What time does the canteen open?"));
    }
  }

  private Optional<CuratedMatch> find(String question) {
    return find(question, DocumentScope.EVERYWHERE);
  }

  private Optional<CuratedMatch> find(String question, DocumentScope scope) {
    return curation.answers.find(asked(question, scope));
  }

  private static StandaloneQuestion asked(String question, DocumentScope scope) {
    return new StandaloneQuestion(question, question, scope, FollowUp.NONE);
  }

  private static DocumentScope scope(
      Set<String> tags, Set<String> languages, @Nullable LocalDate from) {
    return new DocumentScope(Set.of(), tags, languages, from, null);
  }
}
