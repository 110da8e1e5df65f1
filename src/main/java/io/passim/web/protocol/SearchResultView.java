package io.passim.web.protocol;

import io.passim.web.protocol.AnswerView.PassageView;
import io.passim.web.protocol.ExplanationView.RetrievalView;
import java.util.List;

/**
 * Ranked passages with the parts of their scores.
 *
 * @param passages best first
 * @param retrieval one entry per passage, in the same order
 * @param indexGeneration the state of the index that was searched
 */
public record SearchResultView(
    String query,
    List<PassageView> passages,
    List<RetrievalView> retrieval,
    long indexGeneration) {}
