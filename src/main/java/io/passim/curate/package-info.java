/**
 * Curated answers: what administrators pin to a question and its paraphrases, in the words of a
 * document or in their own.
 *
 * <p>{@link io.passim.curate.CuratedLibrary} keeps them; {@link io.passim.answer.CuratedAnswers} is
 * how the pipeline finds them: {@link io.passim.question.StandaloneQuestion} → words with their
 * citation. A question matches a pinned one if both are written alike, or if they ask the same kind
 * of thing with the same content words and the cosine of their vectors, which have length 1, is at
 * least {@link io.passim.curate.CurateConfig#threshold}. Cosines alone do not tell "open" from
 * "close": see docs/adr/0013.
 *
 * <p>A pinned quotation is checked when it is pinned and each time it is given: the document must
 * be in force, findable within the scope that was asked, and hold exactly these words at this
 * place.
 *
 * <p><b>Threads:</b> everything may be called from any thread; changes wait for each other, and for
 * the encoder.
 */
@NullMarked
package io.passim.curate;

import org.jspecify.annotations.NullMarked;
