package io.passim.retrieve;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.evaluate.SquadDataset;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageIndex;
import io.passim.ingest.passage.PassageSplitter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Articles of a data set as documents that are cut into passages as an upload is. A passage is
 * right for a question if it is of its article and holds a reference answer.
 */
public final class ArticleIndex {
  private ArticleIndex() {}

  /** Adds the articles that are not there yet, which are in English. */
  public static void add(PassageIndex index, SquadDataset data) {
    add(index, data, "en", new PassageSplitter());
  }

  /**
   * Adds the articles that are not there yet.
   *
   * @param language that they are analysed in
   * @param splitter cuts them
   */
  static void add(
      PassageIndex index, SquadDataset data, String language, PassageSplitter splitter) {
    Set<DocumentId> there = index.documents();
    for (SquadDataset.Article article : data.articles()) {
      DocumentId id = id(article);
      if (!there.contains(id)) {
        String text = String.join("\n\n", article.contexts());
        Page page = new Page(1, new CharSpan(0, text.length()));
        index.put(
            new IndexedDocument(
                id,
                "squad",
                article.title(),
                article.title().replace('_', ' '),
                language,
                List.of(),
                null,
                Instant.EPOCH),
            splitter.split(
                id, new DocumentText(text, List.of(page), List.of(), List.of()), language));
      }
    }
  }

  public static DocumentId id(SquadDataset.Article article) {
    return new DocumentId("d_" + Integer.toHexString(article.title().hashCode()));
  }

  /** Where the first right passage stands, from 1; 0 if nowhere. */
  public static int rank(
      List<RetrievedPassage> passages, SquadDataset.Article article, SquadDataset.Asked asked) {
    return passages.stream()
        .filter(passage -> passage.document().id().equals(id(article)))
        .filter(passage -> holdsAnswer(passage.passage(), asked))
        .mapToInt(RetrievedPassage::rank)
        .findFirst()
        .orElse(0);
  }

  public static boolean holdsAnswer(Passage passage, SquadDataset.Asked asked) {
    return asked.answers().stream().anyMatch(passage.text()::contains);
  }
}
