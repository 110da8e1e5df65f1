package io.passim.curate;

import io.passim.curate.CuratedDraft.CitationDraft;
import io.passim.document.CharSpan;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.question.QuestionKey;
import io.passim.store.CollectionRecords;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through what can be pinned. */
@Singleton
class DraftCheck {
  static final int MAX_PARAPHRASES = 20;
  static final int MAX_QUESTION = 1000;
  static final int MAX_TEXT = 4000;
  private static final int MAX_COLLECTIONS = 50;

  private final CollectionRecords collections;
  private final DocumentRecords documents;
  private final TextStore texts;

  @Inject
  DraftCheck(CollectionRecords collections, DocumentRecords documents, TextStore texts) {
    this.collections = collections;
    this.documents = documents;
    this.texts = texts;
  }

  /**
   * What may be pinned.
   *
   * @param phrases the question, then its paraphrases, each written differently
   * @param quote where {@code text} stands, null if it is the administrator's own
   */
  record Checked(
      List<String> phrases, Set<String> collectionIds, String text, @Nullable Quote quote) {
    /** What tells the phrases from other questions. */
    Set<String> keys() {
      Set<String> keys = new HashSet<>();
      phrases.forEach(phrase -> keys.add(QuestionKey.of(phrase)));
      return keys;
    }
  }

  /**
   * The answer that was meant.
   *
   * @throws CuratedRefusedException if it cannot be pinned
   */
  Checked check(CuratedDraft draft) {
    List<String> phrases = phrases(draft);
    Set<String> ids = collections(draft.collectionIds());
    String text = draft.text();
    CitationDraft citation = draft.citation();
    if ((text == null) == (citation == null)) {
      throw new CuratedRefusedException(
          "curated_invalid", "Send either a citation or a text of your own.");
    }
    if (citation != null) {
      return quoted(phrases, ids, citation);
    }
    String own = StorableText.of(Objects.requireNonNull(text)).strip();
    if (own.isEmpty()) {
      throw new CuratedRefusedException("answer_empty", "Write an answer.");
    }
    if (own.length() > MAX_TEXT) {
      throw tooLong(own.length());
    }
    return new Checked(phrases, ids, own, null);
  }

  private static List<String> phrases(CuratedDraft draft) {
    if (draft.paraphrases().size() > MAX_PARAPHRASES) {
      throw new CuratedRefusedException(
          "too_many_paraphrases",
          "There are "
              + draft.paraphrases().size()
              + " paraphrases; a question may have "
              + MAX_PARAPHRASES
              + ".");
    }
    List<String> phrases = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    phrases.add(question(draft.question()));
    keys.add(QuestionKey.of(phrases.getFirst()));
    for (String paraphrase : draft.paraphrases()) {
      String checked = question(paraphrase);
      if (keys.add(QuestionKey.of(checked))) {
        phrases.add(checked);
      }
    }
    return List.copyOf(phrases);
  }

  private static String question(@Nullable String typed) {
    String question = StorableText.of(Objects.requireNonNullElse(typed, "")).strip();
    if (question.isEmpty()) {
      throw new CuratedRefusedException(
          "question_empty", "A question or paraphrase must not be empty.");
    }
    if (question.length() > MAX_QUESTION) {
      throw new CuratedRefusedException(
          "question_too_long",
          "The question has "
              + question.length()
              + " characters; at most "
              + MAX_QUESTION
              + " are compared.");
    }
    return question;
  }

  private Set<String> collections(List<@Nullable String> wanted) {
    if (wanted.size() > MAX_COLLECTIONS) {
      throw new CuratedRefusedException(
          "curated_invalid", "At most " + MAX_COLLECTIONS + " collections.");
    }
    Set<String> ids = new HashSet<>();
    for (String id : wanted) {
      if (id == null || collections.find(id).isEmpty()) {
        throw new CuratedRefusedException(
            "collection_not_found", "There is no collection \"" + id + "\".");
      }
      ids.add(id);
    }
    return ids;
  }

  private Checked quoted(List<String> phrases, Set<String> ids, CitationDraft citation) {
    Document document = document(citation);
    if (!ids.isEmpty() && !ids.contains(document.collectionId())) {
      throw new CuratedRefusedException(
          "citation_outside_collections",
          "The document is in the collection " + document.collectionId() + ".");
    }
    String text =
        texts
            .find(document.id())
            .orElseThrow(() -> notReady("The text of the document is missing."))
            .text();
    CharSpan span = span(citation, text);
    String words = span.of(text);
    if (words.length() > MAX_TEXT) {
      throw tooLong(words.length());
    }
    if (citation.text() != null && !citation.text().equals(words)) {
      throw new CuratedRefusedException(
          "citation_mismatch", "Other words stand there. Offsets count UTF-16 code units.");
    }
    return new Checked(phrases, ids, words, new Quote(document.id(), span));
  }

  private Document document(CitationDraft citation) {
    String wanted = citation.documentId();
    if (wanted == null || wanted.isBlank()) {
      throw new CuratedRefusedException("curated_invalid", "A citation names a document.");
    }
    DocumentId id = new DocumentId(wanted);
    Optional<Document> found = documents.find(id);
    if (found.isEmpty()) {
      throw documents.wasDeleted(id)
          ? new CuratedRefusedException("document_deleted", "The document has been deleted.")
          : new CuratedRefusedException("document_not_found", "There is no such document.");
    }
    Document document = found.get();
    if (document.supersededBy() != null || document.status() == DocumentStatus.SUPERSEDED) {
      throw new CuratedRefusedException(
          "document_superseded", "A newer version of the document is in force. Cite that one.");
    }
    if (document.duplicateOf() != null) {
      throw new CuratedRefusedException(
          "document_duplicate",
          "The document repeats " + document.duplicateOf() + ". Cite that one.");
    }
    if (document.status() != DocumentStatus.READY) {
      throw notReady("Only a document that is ready can be cited.");
    }
    return document;
  }

  private static CharSpan span(CitationDraft citation, String text) {
    Integer start = citation.start();
    Integer end = citation.end();
    if (start == null || end == null || start < 0 || end <= start || end > text.length()) {
      throw invalidSpan("The span lies within the " + text.length() + " code units of the text.");
    }
    if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
      throw invalidSpan("The span must not cut a character in two.");
    }
    CharSpan span = new CharSpan(start, end);
    if (span.of(text).isBlank()) {
      throw invalidSpan("There are no words at the span.");
    }
    return span;
  }

  private static boolean splitsCharacter(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isLowSurrogate(text.charAt(offset))
        && Character.isHighSurrogate(text.charAt(offset - 1));
  }

  private static CuratedRefusedException invalidSpan(String detail) {
    return new CuratedRefusedException("span_invalid", detail);
  }

  private static CuratedRefusedException notReady(String detail) {
    return new CuratedRefusedException("document_not_ready", detail);
  }

  private static CuratedRefusedException tooLong(int length) {
    return new CuratedRefusedException(
        "answer_too_long",
        "The answer has " + length + " characters; at most " + MAX_TEXT + " are kept.");
  }
}
