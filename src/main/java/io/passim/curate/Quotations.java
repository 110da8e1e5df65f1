package io.passim.curate;

import io.passim.answer.Citation;
import io.passim.curate.CuratedAnswer.Standing;
import io.passim.curate.CuratedAnswer.State;
import io.passim.document.CharSpan;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.DocumentStatus;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of documents, held against what was pinned. */
@Singleton
class Quotations {
  private final DocumentRecords documents;
  private final TextStore texts;
  private final PassageIndex index;

  @Inject
  Quotations(DocumentRecords documents, TextStore texts, PassageIndex index) {
    this.documents = documents;
    this.texts = texts;
    this.index = index;
  }

  /**
   * Where pinned words stand, to be given now.
   *
   * @param words what must stand there, code unit for code unit
   * @return empty unless the document is in force, lies within the scope, and holds the words
   */
  Optional<Citation> cite(Quote quote, String words, DocumentScope scope) {
    return documents
        .find(quote.documentId())
        .filter(Quotations::isInForce)
        .flatMap(document -> index.find(quote.documentId()))
        .flatMap(found ->
            texts
                .find(quote.documentId())
                .filter(text -> holds(text, quote.span(), words))
                .filter(text -> isWithin(scope, found.document(), text, quote.span()))
                .flatMap(text -> citation(found, text, quote.span())));
  }

  /** How a quotation stands; looks at the document's record, and not into its text. */
  Standing standing(Quote quote) {
    Optional<Document> document = documents.find(quote.documentId());
    if (document.isEmpty()) {
      return new Standing(State.DELETED, null, null, null);
    }
    Map<DocumentId, Optional<DocumentId>> superseded =
        documents.superseded(Set.of(quote.documentId()));
    Optional<DocumentId> successor = superseded.getOrDefault(quote.documentId(), Optional.empty());
    State state =
        superseded.containsKey(quote.documentId())
            ? State.SUPERSEDED
            : isInForce(document.get()) ? State.CURRENT : State.CHANGED;
    return new Standing(
        state, document.get().filename(), document.get().title(), successor.orElse(null));
  }

  /** While its metadata are edited, a document is indexed again and can still be found. */
  private static boolean isInForce(Document document) {
    return document.supersededBy() == null
        && document.duplicateOf() == null
        && (document.status() == DocumentStatus.READY
            || document.status() == DocumentStatus.INDEXING);
  }

  private static boolean holds(DocumentText text, CharSpan span, String words) {
    return span.end() <= text.text().length() && span.of(text.text()).equals(words);
  }

  /** The same rule that keeps a search within its scope. */
  private static boolean isWithin(
      DocumentScope scope, IndexedDocument document, DocumentText text, CharSpan span) {
    return (scope.collectionIds().isEmpty()
            || scope.collectionIds().contains(document.collectionId()))
        && (scope.tags().isEmpty() || !Collections.disjoint(scope.tags(), document.tags()))
        && (scope.languages().isEmpty()
            || scope.languages().contains(text.languageAt(span.start(), document.language())))
        && isDatedWithin(scope, document);
  }

  private static boolean isDatedWithin(DocumentScope scope, IndexedDocument document) {
    LocalDate from = scope.from();
    LocalDate to = scope.to();
    LocalDate date = document.date();
    if (from == null && to == null) {
      return true;
    }
    return date != null
        && (from == null || !date.isBefore(from))
        && (to == null || !date.isAfter(to));
  }

  private static Optional<Citation> citation(
      IndexedPassages found, DocumentText text, CharSpan span) {
    List<Passage> touched =
        found.passages().stream().filter(passage -> passage.span().overlaps(span)).toList();
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    CharSpan around = span;
    for (Passage passage : touched) {
      CharSpan sentences = passage.sentenceAround(span);
      around =
          new CharSpan(
              Math.min(around.start(), sentences.start()), Math.max(around.end(), sentences.end()));
    }
    Page page = touched.getFirst().pageAt(span.start());
    return Optional.of(
        new Citation(
            found.document().id(),
            found.document().filename(),
            found.document().title(),
            page.number(),
            page.label(),
            span,
            around,
            around.of(text.text()),
            touched.getFirst().heading(),
            found.document().date(),
            found.document().uploadedAt(),
            text.languageAt(span.start(), found.document().language())));
  }
}
