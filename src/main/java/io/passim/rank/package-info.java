/**
 * Weighs the candidates against each other: {@link io.passim.read.Reading} → {@link
 * io.passim.rank.Ranking}.
 *
 * <p>Equal answers are merged across passages and documents as corroboration, the evidence of
 * reader and retriever is combined, and a fitted calibrator turns the features into the probability
 * that the answer is right. Below the threshold Passim abstains.
 *
 * <p><b>Threads:</b> pure and shared.
 *
 * <p><b>Reference:</b> Platt, <i>Probabilistic Outputs for Support Vector Machines</i>, 1999;
 * Kamath et al., <i>Selective Question Answering under Domain Shift</i>, 2020.
 */
@NullMarked
package io.passim.rank;

import org.jspecify.annotations.NullMarked;
