package io.passim.answer;

/**
 * How a question came by a curated answer.
 *
 * @param id of the curated answer, such as {@code k_…}
 * @param revision which version of it was given, from 1
 * @param question the pinned question or paraphrase that matched
 * @param similarity 1 if the question is written like that one, else the cosine of their vectors
 */
public record Curation(String id, int revision, String question, double similarity) {}
