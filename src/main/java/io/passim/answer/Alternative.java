package io.passim.answer;

/**
 * Words that may be the answer.
 *
 * @param text the exact words at the citation
 * @param confidence calibrated probability of being right, 0 to 1
 * @param disagrees whether another document contradicts the answer with them
 */
public record Alternative(String text, double confidence, Citation citation, boolean disagrees) {}
