package io.passim.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window of whole sentences of one document: the unit that is retrieved and read.
 *
 * @param ordinal position among the passages of its document, from 0
 * @param span where the passage stands in the document's text
 * @param pages what of each page lies within {@code span}, in order; at least one
 * @param heading headings above it, outermost first
 * @param text the words of {@code span}
 * @param sentences spans in the document's text, in order, within {@code span}
 * @param language ISO 639 code, null for that of the document
 */
public record Passage(
    DocumentId documentId,
    int ordinal,
    CharSpan span,
    List<Page> pages,
    List<String> heading,
    String text,
    List<CharSpan> sentences,
    @Nullable String language) {
  public Passage {
    pages = List.copyOf(pages);
    heading = List.copyOf(heading);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a passage stands on at least one page");
    }
    sentences = List.copyOf(sentences);
    if (text.length() != span.length()) {
      throw new IllegalArgumentException(span + " does not hold " + text.length() + " code units");
    }
    for (CharSpan sentence : sentences) {
      if (!span.contains(sentence)) {
        throw new IllegalArgumentException(sentence + " leaves the passage " + span);
      }
    }
  }

  /** A passage in the language of its document. */
  public Passage(
      DocumentId documentId,
      int ordinal,
      CharSpan span,
      List<Page> pages,
      List<String> heading,
      String text,
      List<CharSpan> sentences) {
    this(documentId, ordinal, span, pages, heading, text, sentences, null);
  }

  /**
   * This passage and one that begins within it or where it ends, as one.
   *
   * @throws IllegalArgumentException if they are not of one document, or something parts them
   */
  public Passage joined(Passage next) {
    int shared = span.end() - next.span.start();
    if (!documentId.equals(next.documentId) || shared < 0 || shared > next.span.length()) {
      throw new IllegalArgumentException(span + " does not go on with " + next.span);
    }
    return new Passage(
        documentId,
        ordinal,
        new CharSpan(span.start(), next.span.end()),
        Stream.concat(pages.stream(), next.pages.stream()).toList(),
        heading,
        text + next.text.substring(shared),
        Stream.concat(sentences.stream(), next.sentences.stream()).distinct().toList(),
        language);
  }

  /** Number of the page on which the passage begins. */
  public int page() {
    return pages.getFirst().number();
  }

  /** The page on which {@code offset} of the document stands. */
  public Page pageAt(int offset) {
    Page at = pages.getFirst();
    for (Page page : pages) {
      if (page.span().start() <= offset) {
        at = page;
      }
    }
    return at;
  }

  /**
   * The words at a span of the document.
   *
   * @throws IllegalArgumentException if the passage does not hold the span
   */
  public String textAt(CharSpan inDocument) {
    if (!span.contains(inDocument)) {
      throw new IllegalArgumentException(inDocument + " leaves the passage " + span);
    }
    return inDocument.shift(-span.start()).of(text);
  }

  /** The sentences that {@code inDocument} touches, as one span; the passage if none does. */
  public CharSpan sentenceAround(CharSpan inDocument) {
    List<CharSpan> touched = sentences.stream().filter(s -> s.overlaps(inDocument)).toList();
    return touched.isEmpty()
        ? span
        : new CharSpan(touched.getFirst().start(), touched.getLast().end());
  }
}
