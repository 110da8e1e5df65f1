package io.passim.ingest.passage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of the passages of any text; a failure names the seed that replays it. */
class PassageSplitterPropertyTest {
  private static final int CASES = 400;

  private static final String[] PIECES = {
    "word",
    "Leave",
    "Dr. ",
    "e.g. ",
    "1. ",
    "3.5",
    "… ",
    ". ",
    ".",
    "! ",
    "? ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "   ",
    "\t",
    "\u00A0",
    "\u3000",
    "\uD83D\uDE00",
    "\uD83D\uDC69\u200D\uD83D\uDCBB",
    "e\u0301",
    "\u0301",
    "שלום ",
    "مرحبا. ",
    "日本語。",
    "\uD83D",
    "\uDE00",
    "\u200D",
    "\u0000",
    "|",
    " | ",
    "naïve ",
    "l’été ",
    "x".repeat(40),
    "part-time "
  };

  private final PassageSplitter splitter = new PassageSplitter();

  @Test
  void holdsForRandomTexts() {
    long first = System.nanoTime();
    for (long seed = first; seed < first + CASES; seed++) {
      Random random = new Random(seed);
      DocumentText text = randomText(random);
      String language = random.nextBoolean() ? "en" : random.nextBoolean() ? "fr" : "zz";
      try {
        check(text, splitter.split(new DocumentId("d_1"), text, language));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + "L: " + e.getMessage(), e);
      }
    }
  }

  private static void check(DocumentText text, List<Passage> passages) {
    BitSet covered = new BitSet();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      CharSpan span = passage.span();
      assertTrue(passage.ordinal() == i, "ordinals count from 0");
      assertTrue(passage.text().equals(span.of(text.text())), "a passage is a span of its text");
      assertTrue(!passage.text().isBlank(), "no passage is blank");
      assertTrue(span.length() <= 5 * SentenceSplitter.MAX_LENGTH, "passages are bounded");
      assertTrue(isCut(text.text(), span.start()) && isCut(text.text(), span.end()), "pairs hold");
      assertTrue(
          passage.page() == text.pageAt(span.start()), "a passage knows the page it begins on");
      if (i > 0) {
        CharSpan before = passages.get(i - 1).span();
        assertTrue(before.start() < span.start() && before.end() < span.end(), "passages advance");
      }
      int end = span.start();
      for (CharSpan sentence : passage.sentences()) {
        assertTrue(sentence.start() >= end && sentence.length() > 0, "sentences are in order");
        assertTrue(sentence.length() <= SentenceSplitter.MAX_LENGTH, "sentences are bounded");
        end = sentence.end();
        covered.set(sentence.start(), sentence.end());
      }
    }
    for (int i = 0; i < text.text().length(); i++) {
      assertTrue(
          covered.get(i) || Blanks.isBlank(text.text().charAt(i)), "every character is covered");
    }
  }

  private static boolean isCut(String text, int offset) {
    return offset == 0
        || offset == text.length()
        || !Character.isHighSurrogate(text.charAt(offset - 1))
        || !Character.isLowSurrogate(text.charAt(offset));
  }

  private static DocumentText randomText(Random random) {
    StringBuilder text = new StringBuilder();
    List<Page> pages = new ArrayList<>();
    List<Heading> headings = new ArrayList<>();
    int favourite = random.nextInt(PIECES.length);
    int pageStart = 0;
    for (int pieces = random.nextInt(900); pieces > 0; pieces--) {
      String piece = PIECES[random.nextInt(3) == 0 ? favourite : random.nextInt(PIECES.length)];
      int start = text.length();
      text.append(piece);
      if (random.nextInt(60) == 0 && isCut(text.toString(), start)) {
        headings.add(new Heading(1 + random.nextInt(6), new CharSpan(start, text.length())));
      }
      if (random.nextInt(120) == 0) {
        pages.add(new Page(pages.size() + 1, new CharSpan(pageStart, text.length())));
        pageStart = text.length();
      }
    }
    pages.add(new Page(pages.size() + 1, new CharSpan(pageStart, text.length())));
    return new DocumentText(text.toString(), pages, headings);
  }
}
