package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.ingest.passage.PassageSplitter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WholeListTest {
  private static final String BEFORE =
      "Whoever joins us brings the papers that are listed here.\n\n";
  private static final String AFTER =
      "\n\nAsk for Ann in the hall. She knows what is to be done with the papers.";

  @Test
  void aListThatIsCutIntoPassagesIsGivenWhole() {
    String text =
        BEFORE + list(15, "with the stamp of the office that has made it, or a copy") + AFTER;
    List<Passage> passages = passages(text);
    List<Items> parts = parts(passages);
    assertTrue(parts.size() > 1, "no passage holds the whole list");
    for (Items part : parts) {
      Items whole = WholeList.of(part, passages);
      assertTrue(part.spans().size() < 15);
      assertEquals(15, whole.spans().size());
      assertEquals(text.indexOf("paper 1 "), whole.spans().getFirst().start());
      for (CharSpan span : whole.spans()) {
        assertEquals(span.of(text), whole.passage().textAt(span));
      }
      assertFalse(whole.continued());
    }
  }

  @Test
  void ofAVeryLongListSomeAreGivenAndItIsSaid() {
    List<Passage> passages = passages(BEFORE + list(80, "or a copy of it") + AFTER);
    for (Items part : parts(passages)) {
      Items whole = WholeList.of(part, passages);
      assertEquals(WholeList.MAX_ITEMS, whole.spans().size());
      assertTrue(whole.spans().stream().anyMatch(part.spans()::contains));
      assertTrue(whole.continued());
    }
  }

  @Test
  void whereTheNextItemSharesNothingItIsSaidThatThereAreMore() {
    String words = "with words ".repeat(25).strip();
    List<Passage> passages = passages(BEFORE + list(6, "") + "\n" + list(9, words) + AFTER);
    Items part = parts(passages).getFirst();
    assertTrue(WholeList.of(part, passages).continued());
  }

  @Test
  void spansThatAnAndPartsAreNoListToGoOn() {
    List<Passage> passages = passages(BEFORE + list(15, "or a copy of it, and a cover") + AFTER);
    Passage first = passages.getFirst();
    int copy = first.text().indexOf("a copy");
    Items joined =
        new Items(first, List.of(new CharSpan(copy, copy + 6), new CharSpan(copy + 18, copy + 25)));
    assertEquals(joined, WholeList.of(joined, passages));
  }

  @Test
  void whatHasChangedSinceIsLeftAlone() {
    List<Passage> passages = passages(BEFORE + list(15, "or a copy of it, if it is lost") + AFTER);
    Items part = parts(passages).getFirst();
    assertEquals(part, WholeList.of(part, List.of()));
  }

  /** The list as each of the passages holds it. */
  private static List<Items> parts(List<Passage> passages) {
    return passages.stream()
        .flatMap(
            passage -> AnswerItems.lists(passage).stream().map(list -> new Items(passage, list)))
        .toList();
  }

  private static String list(int items, String each) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(i -> "- paper " + i + " " + each)
        .collect(Collectors.joining("\n"));
  }

  private static List<Passage> passages(String text) {
    Page page = new Page(1, new CharSpan(0, text.length()));
    return new PassageSplitter()
        .split(new DocumentId("d_1"), new DocumentText(text, List.of(page), List.of()), "en");
  }
}
