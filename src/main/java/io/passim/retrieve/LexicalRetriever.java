package io.passim.retrieve;

import io.passim.index.PassageHit;
import io.passim.index.PassageHits;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
  public Retrieval retrieve(String question, Set<String> collectionIds) {
    return retrieve(question, collectionIds, config.passages());
  }

  @Override
  public Retrieval retrieve(String question, Set<String> collectionIds, int limit) {
    PassageHits found = index.search(new PassageQuery(question, collectionIds, limit));
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
    return new Retrieval(passages, index.passages(collectionIds), found.generation());
  }
}
