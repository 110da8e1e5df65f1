package io.passim.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.PassageIndex;
import io.passim.rank.Items;
import io.passim.rank.RankedAnswer;
import io.passim.rank.Ranking;
import io.passim.read.CandidateSpan;
import io.passim.read.Reading;
import io.passim.read.TestPassages;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.Retrieval;
import io.passim.retrieve.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A list of which the best answer's passage holds the beginning. */
class AttemptTest {
  private static final DocumentId DOCUMENT = new DocumentId("d_1");
  private static final String TEXT = "- a card\n- a photo\n- a form";
  private static final int CUT = TEXT.indexOf("\n- a form");

  private final DocumentPassages document = new DocumentPassages();

  @Test
  void anAnswerShowsTheWholeList() {
    Items whole = attempt(0.5).withWholeList(document, AnswerMonitor.NONE).ranking().items();
    assertEquals(3, whole == null ? 0 : whole.spans().size());
    assertEquals(List.of(DOCUMENT), document.fetched);
  }

  @Test
  void whatIsUnsureShowsNoneAndFetchesNothing() {
    Attempt unsure = attempt(0.9);
    assertSame(unsure, unsure.withWholeList(document, AnswerMonitor.NONE));
    assertEquals(List.of(), document.fetched);
  }

  private static Attempt attempt(double threshold) {
    RetrievedPassage found = TestPassages.passage("d_1", 1, 0, TEXT.substring(0, CUT));
    CandidateSpan card = new CandidateSpan(found, new CharSpan(2, 8), 5, 5, 0);
    Items items = new Items(found.passage(), List.of(new CharSpan(2, 8), new CharSpan(11, CUT)));
    return new Attempt(
        TestPassages.question("What are the papers?"),
        new Retrieval(List.of(found), false, 1, null),
        new Reading(List.of(card), 1),
        new Ranking(
            List.of(new RankedAnswer(card, 0.7, List.of(), Map.of())), threshold, Set.of(), items));
  }

  /** The passages of the document, and how often they are fetched. */
  private static final class DocumentPassages implements PassageRetriever {
    private final List<DocumentId> fetched = new ArrayList<>();

    @Override
    public List<Passage> passages(DocumentId document) {
      fetched.add(document);
      CharSpan span = new CharSpan(CUT, TEXT.length());
      return List.of(
          TestPassages.passage("d_1", 1, 0, TEXT.substring(0, CUT)).passage(),
          new Passage(
              DOCUMENT,
              1,
              span,
              List.of(new Page(1, span)),
              List.of(),
              span.of(TEXT),
              List.of(new CharSpan(CUT + 1, TEXT.length()))));
    }

    @Override
    public Retrieval retrieve(String question, DocumentScope scope) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Retrieval retrieve(String question, DocumentScope scope, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public PassageRetriever over(PassageIndex other) {
      return this;
    }
  }
}
