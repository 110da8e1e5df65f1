package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.CharSpan;
import io.passim.document.DocumentScope;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.retrieve.TestRetrievers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetPassagesTest {
  private final PassageIndex index = TestIndexes.inMemory();
  private final Counting watch = new Counting(false);
  private final AtomicInteger gaveWay = new AtomicInteger();
  private final DatasetPassages passages =
      new DatasetPassages(new PassageSplitter(), TestEncoders.shipped(), gaveWay::incrementAndGet);

  @Test
  void anArticleIsADocument() {
    add(
        article("Harbour_wall", "The wall is long.", asked("How long?", null)),
        article("Harbour_wall", "The tower is high.", asked("How high?", null)),
        new Article("Empty", List.of(), List.of()));
    assertEquals(2, index.documents().size());
    assertEquals(List.of("of 2", "1", "2"), watch.told);
    assertEquals(2, gaveWay.get(), "people's questions go before each passage");
    PassageHit hit = hits("tower").getFirst();
    assertEquals("The tower is high.", hit.passage().text());
    assertEquals("Harbour wall", hit.document().title());
  }

  @Test
  void theRetrieverComparesTheVectors() {
    add(article("Harbour_wall", "The wall is long.", asked("How long?", null)));
    assertNotNull(
        TestRetrievers.hybrid(index, TestEncoders.shipped(), 5)
            .retrieve("wall", DocumentScope.EVERYWHERE)
            .passages()
            .getFirst()
            .dense());
  }

  @Test
  void longContextsAreCutAsUploadsAre() {
    String context = "The wall has a stone of its own in every place. ".repeat(40).strip();
    add(article("Wall", context, asked("How long?", null)));
    assertEquals(
        new PassageSplitter()
            .split(
                hits("stone").getFirst().document().id(),
                new DocumentText(
                    context, List.of(new Page(1, new CharSpan(0, context.length()))), List.of()),
                "en")
            .size(),
        index.passages(DocumentScope.EVERYWHERE));
  }

  @Test
  void theLanguageIsThatOfTheQuestions() {
    add(
        article("A", "Le mur est long.", asked("Quelle est sa longueur ?", null)),
        article("B", "Der Turm ist hoch.", asked("What is der Turm?", "de")),
        article("C", "The quay is wide."));
    assertEquals("fr", language("mur"));
    assertEquals("de", language("Turm"));
    assertEquals("de", language("quay"), "of equal numbers the first by name");
  }

  @Test
  void endsBetweenArticlesWhenCancelled() {
    SquadDataset dataset =
        new SquadDataset(List.of(article("A", "The wall.", asked("Who?", null))));
    assertThrows(
        CancellationException.class, () -> passages.addTo(index, dataset, new Counting(true)));
    assertEquals(0, index.documents().size());
  }

  /** Writes down what it is told. */
  private static final class Counting implements DatasetPassages.Watch {
    private final boolean cancelled;
    private final List<String> told = new ArrayList<>();

    private Counting(boolean cancelled) {
      this.cancelled = cancelled;
    }

    @Override
    public void encoding(int passages) {
      told.add("of " + passages);
    }

    @Override
    public void encoded() {
      told.add(String.valueOf(told.size()));
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  private void add(Article... articles) {
    passages.addTo(index, new SquadDataset(List.of(articles)), watch);
  }

  private String language(String word) {
    IndexedDocument document = hits(word).getFirst().document();
    return document.language();
  }

  private List<PassageHit> hits(String word) {
    return index.search(new PassageQuery(word, DocumentScope.EVERYWHERE, 5)).hits();
  }

  private static Article article(String title, String context, Asked... questions) {
    return new Article(title, List.of(context), List.of(questions));
  }

  private static Asked asked(String question, @Nullable String language) {
    return new Asked(question, question, language, List.of());
  }
}
