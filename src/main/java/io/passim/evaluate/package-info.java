/**
 * Measures what people get: a dataset in SQuAD's format → scores, with the reasons for the misses.
 *
 * <p>Every question goes through {@link io.passim.answer.QuestionAnswerer}, as a person's own first
 * question would, and once through {@link io.passim.retrieve.PassageRetriever} for 20 passages. It
 * is asked of collections, or of the dataset's own contexts: these are cut into passages and put
 * into an index of their own ({@link io.passim.index.TemporaryIndex}), which no other question
 * meets, whose words bear on nobody's scores, and which goes when the run ends or, after a crash,
 * at the next start.
 *
 * <p>Another reader than the server's may be asked for ({@link
 * io.passim.evaluate.EvaluationRequest}): it is loaded when the run begins and closed when it ends,
 * however it ends ({@link io.passim.answer.OtherReaders}).
 *
 * <p><b>Figures.</b> Shares, scores and confidences lie between 0 and 1, times are milliseconds. An
 * answer is <i>right</i> if its F1 with a reference is at least {@value
 * io.passim.evaluate.SquadScore#RIGHT}. Exact match and F1 follow SQuAD's scorer ({@link
 * io.passim.evaluate.SquadScore}; Rajpurkar et al., <i>SQuAD</i>, 2016, and <i>Know What You Don't
 * Know</i>, 2018); calibration error: Guo et al., <i>On Calibration of Modern Neural Networks</i>,
 * 2017; risk and coverage: El-Yaniv and Wiener, <i>On the Foundations of Noise-free Selective
 * Classification</i>, 2010.
 *
 * <p><b>Threads:</b> {@link io.passim.evaluate.Evaluations} may be called from any thread. One
 * evaluation runs at a time, on one platform thread of low priority that asks one question after
 * the other, in the background: a person's question waits for no more than the windows that are
 * being read, and what gives way to people's questions does not wait for an evaluation's.
 */
@NullMarked
package io.passim.evaluate;

import org.jspecify.annotations.NullMarked;
