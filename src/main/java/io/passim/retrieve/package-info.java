/**
 * Finds the passages that may hold the answer: {@link io.passim.question.StandaloneQuestion} → a
 * ranked list of {@link io.passim.retrieve.RetrievedPassage}, each with the parts of its score.
 *
 * <p><b>Threads:</b> the retriever is stateless and shared.
 *
 * <p><b>Reference:</b> Yang et al., <i>End-to-End Open-Domain Question Answering with
 * BERTserini</i>, 2019.
 */
@NullMarked
package io.passim.retrieve;

import org.jspecify.annotations.NullMarked;
