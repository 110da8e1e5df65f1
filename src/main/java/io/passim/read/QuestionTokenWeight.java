package io.passim.read;

/**
 * How much a word of the question mattered for an answer.
 *
 * @param token the word as the question has it
 * @param weight share of the change that masking the word makes to the answer's score: negative if
 *     the answer would score better without it. The magnitudes of all words add up to 1, or all are
 *     0
 */
public record QuestionTokenWeight(String token, double weight) {}
