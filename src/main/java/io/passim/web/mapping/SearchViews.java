package io.passim.web.mapping;

import io.passim.document.Passage;
import io.passim.retrieve.Retrieval;
import io.passim.retrieve.RetrievedPassage;
import io.passim.web.protocol.AnswerView.PassageView;
import io.passim.web.protocol.ExplanationView.RetrievalView;
import io.passim.web.protocol.SearchResultView;

/** Search results for the wire. */
public final class SearchViews {
  private SearchViews() {}

  public static SearchResultView of(String query, Retrieval retrieval) {
    return new SearchResultView(
        query,
        retrieval.passages().stream().map(SearchViews::passage).toList(),
        retrieval.passages().stream().map(SearchViews::score).toList(),
        retrieval.indexGeneration());
  }

  private static PassageView passage(RetrievedPassage retrieved) {
    Passage passage = retrieved.passage();
    return new PassageView(
        passage.documentId().value(),
        retrieved.document().title(),
        passage.page(),
        passage.span().start(),
        passage.span().end(),
        passage.text(),
        retrieved.document().languageOf(passage));
  }

  private static RetrievalView score(RetrievedPassage retrieved) {
    return new RetrievalView(
        retrieved.rank() - 1,
        retrieved.rank(),
        retrieved.score(),
        retrieved.lexical(),
        retrieved.dense(),
        ExplanationViews.terms(retrieved.terms()));
  }
}
