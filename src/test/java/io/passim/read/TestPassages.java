package io.passim.read;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.TermWeight;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds what the reader and the ranker are given. */
public final class TestPassages {
  private TestPassages() {}

  /** One passage per text, best first, each in a document of its own named d_0, d_1 … */
  public static List<RetrievedPassage> of(String... texts) {
    List<RetrievedPassage> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(passage("d_" + passages.size(), passages.size() + 1, 1000, text));
    }
    return passages;
  }

  /**
   * A text of 153 tokens for the shipped readers, which answers no question about anything else.
   */
  public static String unrelated(int number) {
    return number
        + " "
        + """
        The committee meets in the first week of every quarter and keeps minutes that any member \
        may read. Proposals are sent to the secretary in writing, with a budget and the names of \
        those who will carry them out.\s
        """
            .replace("\n", "")
            .repeat(3)
        + """
        Whoever wants to speak tells the chair before noon, and what was decided stands on the \
        board in the hall by the next morning.\
        """;
  }

  /** A passage of one sentence that begins at {@code start} of its document. */
  public static RetrievedPassage passage(String document, int rank, int start, String text) {
    DocumentId id = new DocumentId(document);
    CharSpan span = new CharSpan(start, start + text.length());
    return new RetrievedPassage(
        rank,
        new IndexedDocument(
            id, "c", document + ".txt", document, "en", List.of(), null, Instant.EPOCH),
        new Passage(id, 0, span, List.of(new Page(1, span)), List.of(), text, List.of(span)),
        1.0 / rank,
        10.0 / rank,
        null,
        List.of(new TermWeight("leave", 2.0 / rank)));
  }

  public static StandaloneQuestion question(String text) {
    return new StandaloneQuestion(text, text, DocumentScope.EVERYWHERE, FollowUp.NONE);
  }
}
