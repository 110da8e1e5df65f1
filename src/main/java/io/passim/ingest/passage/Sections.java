package io.passim.ingest.passage;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import java.util.ArrayList;
import java.util.List;

/** The parts of a text between its headings. */
final class Sections {
  /** A section of fewer words is joined with the next, the last with the one before. */
  static final int MIN_WORDS = 30;

  /** The sentences of a section, its headings among them. */
  record Section(List<CharSpan> sentences) {}

  private Sections() {}

  static List<Section> of(DocumentText text, String language) {
    List<Section> sections = new ArrayList<>();
    List<CharSpan> collected = new ArrayList<>();
    int words = 0;
    for (CharSpan part : parts(text)) {
      List<CharSpan> sentences = SentenceSplitter.split(text.text(), part, language);
      collected.addAll(sentences);
      for (CharSpan sentence : sentences) {
        words += WordCounter.count(text.text(), sentence.start(), sentence.end());
      }
      if (words >= MIN_WORDS) {
        sections.add(new Section(List.copyOf(collected)));
        collected.clear();
        words = 0;
      }
    }
    if (!collected.isEmpty()) {
      sections.add(new Section(joined(sections, collected)));
    }
    return sections;
  }

  private static List<CharSpan> joined(List<Section> sections, List<CharSpan> rest) {
    List<CharSpan> sentences = new ArrayList<>();
    if (!sections.isEmpty()) {
      sentences.addAll(sections.removeLast().sentences());
    }
    sentences.addAll(rest);
    return List.copyOf(sentences);
  }

  /** From each heading to the next, and what is before the first. */
  private static List<CharSpan> parts(DocumentText text) {
    List<CharSpan> parts = new ArrayList<>();
    int start = 0;
    for (Heading heading : text.headings()) {
      int next = heading.span().start();
      if (next > start) {
        parts.add(new CharSpan(start, next));
        start = next;
      }
    }
    parts.add(new CharSpan(start, text.text().length()));
    return parts;
  }
}
