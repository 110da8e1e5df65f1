package io.passim.ingest.parse;

/** Reads in the characters of an RTF document where its pages end, as {@link RtfMarks} says it. */
final class RtfPages {
  private final XhtmlBlocks blocks;
  private final WordPages pages;
  private boolean sectionBegins;

  RtfPages(XhtmlBlocks blocks) {
    this.blocks = blocks;
    pages = new WordPages(blocks::breakPage);
  }

  void characters(char[] chars, int start, int length) {
    int from = start;
    int end = start + length;
    for (int i = start; i < end; i++) {
      if (chars[i] >= RtfMarks.END_OF_PAGE && chars[i] <= RtfMarks.SAME_PAGE) {
        words(chars, from, i - from);
        mark(chars[i]);
        from = i + 1;
      }
    }
    words(chars, from, end - from);
  }

  private void mark(char mark) {
    switch (mark) {
      case RtfMarks.END_OF_PAGE -> pages.end();
      case RtfMarks.TOP_OF_PAGE -> pages.startParagraph(true);
      default -> sectionBegins = mark == RtfMarks.SECTION;
    }
  }

  private void words(char[] chars, int start, int length) {
    if (!String.valueOf(chars, start, length).isBlank()) {
      pages.startParagraph(sectionBegins);
      sectionBegins = false;
    }
    blocks.characters(chars, start, length);
  }
}
