package io.passim.ingest.parse;

/**
 * Counts the pages of a document of Word, DOCX or RTF, by the ends that its author set and those
 * that Word noted in DOCX when it last laid the document out. Word notes the ones of the author
 * too: such a pair is one.
 */
final class WordPages {
  private final Runnable breakPage;
  private boolean begun;

  /** Whether nothing has come since the author ended a page. */
  private boolean atTop;

  /** Whether the author has ended a page that Word may have noted. */
  private boolean toBeNoted;

  /**
   * @param breakPage lets what comes now stand on the next page
   */
  WordPages(Runnable breakPage) {
    this.breakPage = breakPage;
  }

  /** The author has ended the page. */
  void end() {
    breakPage.run();
    atTop = true;
    toBeNoted = true;
  }

  /** Word has begun a page here. */
  void laidOut() {
    if (!toBeNoted) {
      breakPage.run();
    }
    toBeNoted = false;
  }

  /**
   * A paragraph begins.
   *
   * @param ofPage whether it is to stand at the top of a page
   */
  void startParagraph(boolean ofPage) {
    if (ofPage && begun && !atTop) {
      end();
    }
    begun = true;
    atTop = false;
  }

  /** The paragraph that ended was the last of a section, and the next section begins a page. */
  void endSection() {
    if (!atTop) {
      end();
    }
  }

  /** Words have come. */
  void words() {
    atTop = false;
    toBeNoted = false;
  }
}
