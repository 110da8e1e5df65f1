package io.passim.ingest.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {
  private static final DocumentId ID = new DocumentId("d_1");
  private final PassageSplitter splitter = new PassageSplitter();

  @Test
  void makesNothingOfBlankText() {
    assertEquals(List.of(), split(plain(" \n\u00A0\n ")));
  }

  @Test
  void keepsAShortTextWhole() {
    List<Passage> passages = split(plain("One sentence. And another."));
    assertEquals(1, passages.size());
    assertEquals("One sentence. And another.", passages.getFirst().text());
    assertEquals(2, passages.getFirst().sentences().size());
  }

  @Test
  void makesWindowsOfAHundredWordsWithOneSentenceOfOverlap() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("Sentence number ").append(i).append(" has exactly these eight words. ");
    }
    List<Passage> passages = split(plain(text.toString().strip()));
    assertTrue(passages.size() >= 4, () -> passages.size() + " passages");
    for (int i = 1; i < passages.size(); i++) {
      Passage before = passages.get(i - 1);
      Passage passage = passages.get(i);
      assertEquals(before.sentences().getLast(), passage.sentences().getFirst());
      int words = passage.text().split(" ").length;
      assertTrue(words >= 30 && words <= 130, () -> words + " words");
    }
  }

  @Test
  void doesNotCrossAHeadingBetweenLongSections() {
    String section = "This is a sentence of eight plain words. ".repeat(6).strip();
    String text = "Leave\n\n" + section + "\n\nTravel\n\n" + section;
    int travel = text.indexOf("Travel");
    List<Passage> passages =
        split(withHeadings(text, heading(1, text, "Leave"), heading(1, text, "Travel")));
    assertEquals(2, passages.size());
    assertEquals(List.of("Leave"), passages.get(0).heading());
    assertEquals(List.of("Travel"), passages.get(1).heading());
    assertEquals(travel, passages.get(1).span().start());
  }

  @Test
  void joinsAHeadingAndATinySectionWithTheirNeighbours() {
    String text = "Rules\n\nLeave\n\nAsk first.\n\nTravel\n\nBook early, please.";
    List<Passage> passages =
        split(
            withHeadings(
                text,
                heading(1, text, "Rules"),
                heading(2, text, "Leave"),
                heading(2, text, "Travel")));
    assertEquals(1, passages.size());
    assertEquals(List.of("Rules", "Leave"), passages.getFirst().heading());
  }

  @Test
  void knowsThePagesOfAPassage() {
    String first = "The ferry leaves at nine and ";
    String text = first + "comes back at five.";
    DocumentText paged =
        new DocumentText(
            text,
            List.of(
                new Page(1, new CharSpan(0, first.length())),
                new Page(2, new CharSpan(first.length(), text.length()))),
            List.of());
    Passage passage = split(paged).getFirst();
    assertEquals(1, passage.page());
    assertEquals(2, passage.pageAt(text.indexOf("five")).number());
    assertEquals(1, split(paged).size());
  }

  @Test
  void takesLinearTimeOnTenMegabytes() {
    StringBuilder text = new StringBuilder();
    List<Heading> headings = new ArrayList<>();
    while (text.length() < 10_000_000) {
      int start = text.length();
      text.append("A heading of its own");
      headings.add(new Heading(2, new CharSpan(start, text.length())));
      text.append("\n\nThe committee met on 4 May at 9.30 and Dr. Moyes e.g. spoke. ".repeat(8));
      text.append("\n\n");
    }
    DocumentText document =
        new DocumentText(
            text.toString(), List.of(new Page(1, new CharSpan(0, text.length()))), headings);
    List<Passage> passages =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> split(document));
    assertTrue(passages.size() > 10_000);
  }

  @Test
  void cutsAMegabyteWithoutASpace() {
    List<Passage> passages = split(plain("x".repeat(1_000_000)));
    assertTrue(
        passages.stream().allMatch(p -> p.text().length() <= 3 * SentenceSplitter.MAX_LENGTH));
    assertEquals(1_000_000, passages.getLast().span().end());
  }

  private List<Passage> split(DocumentText text) {
    return splitter.split(ID, text, "en");
  }

  private static DocumentText plain(String text) {
    return withHeadings(text);
  }

  private static DocumentText withHeadings(String text, Heading... headings) {
    return new DocumentText(
        text, List.of(new Page(1, new CharSpan(0, text.length()))), List.of(headings));
  }

  private static Heading heading(int level, String text, String words) {
    int start = text.indexOf(words);
    return new Heading(level, new CharSpan(start, start + words.length()));
  }
}
