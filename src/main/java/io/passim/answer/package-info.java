/**
 * The pipeline: {@link io.passim.question.Question} → {@link io.passim.answer.Answer}.
 *
 * <p>{@link io.passim.answer.QuestionAnswerer#answer} runs the stages one after the other; follow
 * it to understand the rest. Every answer is cut from the cited document's text and records what it
 * was made with.
 *
 * <p><b>Threads:</b> the answerer is stateless and shared; it blocks the caller, who should be a
 * virtual thread.
 */
@NullMarked
package io.passim.answer;

import org.jspecify.annotations.NullMarked;
