/**
 * Reads the retrieved passages for the question: {@link io.passim.question.StandaloneQuestion} and
 * {@link io.passim.retrieve.RetrievedPassage}s → {@link io.passim.read.CandidateSpan}s with logits.
 *
 * <p>The reader gives each token of a window two logits, one for being the answer's first token and
 * one for its last. A span's score is the sum of its start and end logit, relative to the null span
 * at the first token of its own window, so that spans of different passages compare; there is no
 * softmax per passage. The span is cut from the source text by character offsets, never decoded
 * from token ids.
 *
 * <p>The best retrieved passages are read first, and the others only if none of these holds an
 * answer that is good enough. Overlapping windows of a passage give each place once.
 *
 * <p><b>Threads:</b> readers are shared; reading blocks the caller, whose windows are read side by
 * side on the model's workers. A cancelled reading stops within about 20 ms: windows that wait are
 * withdrawn.
 *
 * <p><b>Reference:</b> Devlin et al., <i>BERT</i>, 2019 (section 4.3, the null score); Wang et al.,
 * <i>Multi-passage BERT</i>, 2019.
 */
@NullMarked
package io.passim.read;

import org.jspecify.annotations.NullMarked;
