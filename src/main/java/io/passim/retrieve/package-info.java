/**
 * Finds the passages that may hold the answer: {@link io.passim.question.StandaloneQuestion} → a
 * ranked list of {@link io.passim.retrieve.RetrievedPassage}, each with the parts of its score.
 *
 * <p>Words (BM25) and vectors (cosine of the encoder's embeddings) each propose candidates, every
 * candidate gets both scores, and {@code Fusion} makes one list of them.
 *
 * <p><b>Threads:</b> the retriever is stateless and shared.
 *
 * <p><b>References:</b> Yang et al., <i>End-to-End Open-Domain Question Answering with
 * BERTserini</i>, 2019; Ma et al., <i>A Replication Study of Dense Passage Retriever</i>, 2021, for
 * the gain of both over either.
 */
@NullMarked
package io.passim.retrieve;

import org.jspecify.annotations.NullMarked;
