package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.ingest.passage.PassageSplitter;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CancellationException;
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
      Items whole = whole(part, passages);
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
      Items whole = whole(part, passages);
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
    assertTrue(whole(part, passages).continued());
  }

  @Test
  void spansThatAnAndPartsAreNoListToGoOn() {
    List<Passage> passages = passages(BEFORE + list(15, "or a copy of it, and a cover") + AFTER);
    Passage first = passages.getFirst();
    int copy = first.text().indexOf("a copy");
    Items joined =
        new Items(first, List.of(new CharSpan(copy, copy + 6), new CharSpan(copy + 18, copy + 25)));
    assertEquals(
        joined, WholeList.of(joined, id -> fail("the document is not needed"), () -> false));
  }

  @Test
  void anItemMayBeLongerThanAPassage() {
    String text =
        BEFORE + list(3, "") + ", " + "With a stamp. ".repeat(90) + "\n" + list(3, "") + AFTER;
    List<Passage> passages = passages(text);
    Items whole = whole(parts(passages).getFirst(), passages);
    assertEquals(6, whole.spans().size());
    assertFalse(whole.continued());
  }

  @Test
  void aLineWithoutAnEndIsNoItemToWaitForTheEndOf() {
    Opened passages =
        new Opened(
            passages("- paper 1\n- paper 2 " + "With the stamp of an office. ".repeat(5000)));
    Items part = parts(passages.subList(0, 1)).getFirst();
    Items whole = whole(part, passages);
    assertEquals(2, whole.spans().size());
    assertTrue(whole.spans().getLast().length() > part.spans().getLast().length());
    assertTrue(whole.spans().getLast().length() <= AnswerItems.MAX_LENGTH);
    assertTrue(whole.continued());
    assertTrue(passages.last < 8, () -> passages.last + " of " + passages.size());
  }

  @Test
  void rowsAfterAListAreNotFollowedToTheirEnd() {
    Opened passages =
        new Opened(passages("Columns:\n- date\n- amount\n" + "20240101 12.50\n".repeat(5000)));
    Items part = parts(passages.subList(0, 1)).getFirst();
    Items whole = whole(part, passages);
    assertEquals(
        List.of("date", "amount"), whole.spans().stream().map(whole.passage()::textAt).toList());
    assertTrue(passages.last < 3, () -> passages.last + " of " + passages.size());
  }

  @Test
  void nobodyWaitsForAListInVain() {
    List<Passage> passages = passages(BEFORE + list(15, "or a copy of it, if it is lost") + AFTER);
    Items part = parts(passages).getFirst();
    assertThrows(CancellationException.class, () -> WholeList.of(part, id -> passages, () -> true));
  }

  @Test
  void whatHasChangedSinceIsLeftAlone() {
    List<Passage> passages = passages(BEFORE + list(15, "or a copy of it, if it is lost") + AFTER);
    Items part = parts(passages).getFirst();
    assertEquals(part, whole(part, List.of()));
  }

  private static Items whole(Items part, List<Passage> passages) {
    return WholeList.of(part, id -> passages, () -> false);
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

  /** Passages that know the last of them that was looked at. */
  private static final class Opened extends AbstractList<Passage> {
    private final List<Passage> passages;
    private int last;

    private Opened(List<Passage> passages) {
      this.passages = passages;
    }

    @Override
    public Passage get(int index) {
      last = Math.max(last, index);
      return passages.get(index);
    }

    @Override
    public int size() {
      return passages.size();
    }
  }
}
