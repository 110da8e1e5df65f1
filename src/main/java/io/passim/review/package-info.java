/**
 * The review queue: questions that were answered badly, and what administrators decide about them.
 *
 * <p>In goes what the conversations hold: turns that ended {@code unsure} or {@code not_found}, and
 * answers that were rated down. Out come {@link io.passim.review.ReviewItem}s, one for all turns
 * whose standalone question is written alike ({@link io.passim.question.QuestionKey}). An item is
 * counted from the turns each time and nothing of them is copied: when a conversation is deleted or
 * expires, or a document goes with its words, they are gone from here in the same moment. A
 * decision goes with the last turn of its question. Only the cases of the regression dataset stay,
 * which administrators have written themselves.
 *
 * <p><b>Threads:</b> everything may be called from any thread.
 */
@NullMarked
package io.passim.review;

import org.jspecify.annotations.NullMarked;
