package io.passim.web.mapping;

import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Problem;
import io.passim.document.RecognisedWord;
import io.passim.web.protocol.CollectionView;
import io.passim.web.protocol.DocumentTextView;
import io.passim.web.protocol.DocumentTextView.PageView;
import io.passim.web.protocol.DocumentView;
import io.passim.web.protocol.DocumentView.ReasonView;
import io.passim.web.protocol.PageWordsView;
import io.passim.web.protocol.PageWordsView.WordView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents and collections for the wire. */
public final class DocumentViews {
  private DocumentViews() {}

  /**
   * A collection.
   *
   * @param defaultThreshold of collections without one of their own
   */
  public static CollectionView of(DocumentCollection collection, double defaultThreshold) {
    return new CollectionView(
        collection.id(),
        collection.name(),
        collection.language(),
        collection.documents(),
        collection.passages(),
        collection.threshold(),
        defaultThreshold);
  }

  public static DocumentView of(Document document) {
    return new DocumentView(
        document.id().value(),
        document.collectionId(),
        document.filename(),
        document.title(),
        document.mediaType(),
        document.bytes(),
        document.sha256(),
        document.language(),
        count(document.pages()),
        count(document.passages()),
        document.status().name().toLowerCase(Locale.ROOT),
        document.progress(),
        reason(document.problem()),
        id(document.duplicateOf()),
        document.uploadedAt(),
        document.readyAt(),
        document.folder().isEmpty() ? null : document.folder(),
        document.metadata().author(),
        document.metadata().date(),
        document.metadata().tags(),
        id(document.replaces()),
        id(document.supersededBy()),
        document.startedAt(),
        document.pagesWithoutText());
  }

  /**
   * A text.
   *
   * @param recognised the numbers of its pages of whose words the places are known
   */
  public static DocumentTextView of(DocumentText text, Set<Integer> recognised) {
    return new DocumentTextView(
        text.text(),
        text.pages().stream()
            .map(page ->
                new PageView(
                    page.number(),
                    page.label(),
                    page.span().start(),
                    page.span().end(),
                    recognised.contains(page.number())))
            .toList());
  }

  public static PageWordsView of(int page, List<RecognisedWord> words) {
    return new PageWordsView(
        page,
        words.stream()
            .map(word ->
                new WordView(
                    word.text(), word.line(), word.left(), word.top(), word.width(), word.height()))
            .toList());
  }

  /** A count that is not known yet is 0 in the record. */
  private static @Nullable Integer count(int known) {
    return known == 0 ? null : known;
  }

  public static @Nullable ReasonView reason(@Nullable Problem problem) {
    return problem == null ? null : new ReasonView(problem.code(), problem.detail());
  }

  private static @Nullable String id(@Nullable DocumentId id) {
    return id == null ? null : id.value();
  }
}
