package io.passim.answer;

import org.jspecify.annotations.Nullable;

/**
 * A curated answer that fits a question, checked against the documents as they stand.
 *
 * @param text the words: of the citation's span, or the administrator's own
 * @param citation where they stand, null if they are the administrator's own
 * @param encoder name of the encoder that compared the questions, null if it was not asked
 * @param indexGeneration the state of the index that the citation was checked in
 */
public record CuratedMatch(
    Curation curation,
    String text,
    @Nullable Citation citation,
    @Nullable String encoder,
    long indexGeneration) {}
