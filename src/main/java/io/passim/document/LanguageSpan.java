package io.passim.document;

/**
 * A part of a text in a language of its own.
 *
 * @param language ISO 639-1 code, 639-3 where there is none
 */
public record LanguageSpan(String language, CharSpan span) {}
