package io.passim.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageHit;
import io.passim.index.PassageScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void addsTheCosineToTheRelativeLexicalScore() {
    // 1 + 2 * 0.1 = 1.2, 0.5 + 2 * 0.6 = 1.7, 0 + 2 * 0.7 = 1.4
    List<RetrievedPassage> best =
        best(List.of(hit("a", 8, 0.1), hit("b", 4, 0.6), hit("c", 0, 0.7)), 10);
    assertEquals(List.of("b", "c", "a"), ids(best));
    assertEquals(1, best.get(0).score());
    assertEquals(1.4 / 1.7, best.get(1).score(), 1e-9);
    assertEquals(1.2 / 1.7, best.get(2).score(), 1e-9);
    assertEquals(List.of(1, 2, 3), best.stream().map(RetrievedPassage::rank).toList());
    assertEquals(0.7, best.get(1).dense());
    assertEquals(0, best.get(1).lexical());
  }

  @Test
  void ranksByWordsWhereThereAreNoVectors() {
    List<RetrievedPassage> best =
        best(List.of(hit("a", 8, null), hit("b", 4, null), hit("c", 2, null)), 2);
    assertEquals(List.of("a", "b"), ids(best));
    assertEquals(0.5, best.get(1).score());
  }

  @Test
  void passageWithoutAVectorYetCountsAsOneOfMeanSimilarity() {
    List<PassageHit> hits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      hits.add(hit("old" + i, 3, i % 2 == 0 ? 0.4 : 0.6));
    }
    hits.add(hit("new", 8, null));
    hits.add(hit("far", 0, 0.1));
    List<RetrievedPassage> best = best(hits, 10);
    assertEquals("new", best.getFirst().document().id().value());
    assertNull(best.getFirst().dense(), "it is not said to have one");
    // 3/8 + 2 * 0.6 = 1.575, and 1 + 2 * 0.5 = 2: what is no candidate lowers no mean
    assertEquals(1.575 / 2, best.get(1).score(), 1e-9);
  }

  @Test
  void takesNothingThatNeitherWordsNorMeaningCallFor() {
    assertTrue(best(List.of(hit("a", 0, 0.2), hit("b", 0, -0.5)), 10).isEmpty());
    assertEquals(List.of("a"), ids(best(List.of(hit("a", 0, 0.26), hit("b", 0, null)), 9)));
  }

  @Test
  void keepsTheOrderOfEquals() {
    assertEquals(List.of("a", "b"), ids(best(List.of(hit("a", 3, 0.5), hit("b", 3, 0.5)), 10)));
  }

  private List<RetrievedPassage> best(List<PassageHit> hits, int limit) {
    return TestRetrievers.fuse(hits, 2, limit);
  }

  private static List<String> ids(List<RetrievedPassage> passages) {
    return passages.stream().map(passage -> passage.document().id().value()).toList();
  }

  private static PassageHit hit(String id, double lexical, @Nullable Double similarity) {
    DocumentId document = new DocumentId(id);
    CharSpan span = new CharSpan(0, 4);
    return new PassageHit(
        new IndexedDocument(document, "c", id, id, "en", List.of(), null, Instant.EPOCH),
        new Passage(
            document, 0, span, List.of(new Page(1, span)), List.of(), "text", List.of(span)),
        new PassageScore(lexical, similarity, List.of()));
  }
}
