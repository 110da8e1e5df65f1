package io.passim.index;

/**
 * What one word of the question, or two that stand together, was worth in a passage's lexical
 * score.
 *
 * @param term the word as the question has it, or two of its words with a space between
 * @param weight its share of the BM25 score, more than 0
 */
public record TermWeight(String term, double weight) {}
