package io.passim.retrieve;

import io.passim.document.DocumentScope;
import io.passim.index.PassageHit;
import io.passim.index.PassageHits;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Retrieves by BM25 alone. */
@ApplicationScoped
class LexicalRetriever implements PassageRetriever {
  private final PassageIndex index;
  private final RetrieveConfig config;

  LexicalRetriever(PassageIndex index, RetrieveConfig config) {
    this.index = index;
    this.config = config;
  }

  @Override
  public Retrieval retrieve(String question, DocumentScope scope) {
    return retrieve(question, scope, config.passages());
  }

  @Override
  public Retrieval retrieve(String question, DocumentScope scope, int limit) {
    PassageHits found = index.search(new PassageQuery(question, scope, limit));
    List<PassageHit> hits = found.hits();
    List<RetrievedPassage> passages = new ArrayList<>();
    for (PassageHit hit : hits) {
      passages.add(
          new RetrievedPassage(
              passages.size() + 1,
              hit.document(),
              hit.passage(),
              hit.score() / hits.getFirst().score(),
              hit.score(),
              null,
              hit.terms()));
    }
    return new Retrieval(passages, index.passages(scope), found.generation());
  }

  @Override
  public PassageRetriever over(PassageIndex other) {
    return new LexicalRetriever(other, config);
  }
}
