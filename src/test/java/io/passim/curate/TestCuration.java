package io.passim.curate;

import io.passim.answer.CuratedAnswers;
import io.passim.curate.CuratedDraft.CitationDraft;
import io.passim.document.CharSpan;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.TestEncoders;
import io.passim.store.TestRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Curated answers over the real stores, encoder and matching, without a server. */
public final class TestCuration {
  /** The one document, of collection {@code c}. */
  static final String TEXT = "The canteen opens at half past eleven. Part-time staff get 20 days.";

  static final DocumentId DOCUMENT = new DocumentId("d_1");

  final TestRecords records;
  final PassageIndex index = TestIndexes.inMemory();
  final EncoderModel encoder = TestEncoders.shipped();
  final CuratedLibrary library;
  final CuratedAnswers answers;

  /** Opens, or opens again, what is in {@code directory}. */
  TestCuration(Path directory, double threshold) {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    records.collections().insert(new DocumentCollection("other", "Other", "en", 0, 0));
    put(DOCUMENT, TEXT);
    PinnedQuestions questions = new PinnedQuestions(encoder, () -> threshold);
    Quotations quotations = new Quotations(records.documents(), records.texts(), index);
    library =
        new CuratedLibrary(
            records.curated(),
            records.collections(),
            new DraftCheck(records.collections(), records.documents(), records.texts()),
            quotations,
            questions);
    library.load(new io.quarkus.runtime.StartupEvent());
    answers = new PinnedAnswers(questions, quotations, records.collections(), index, encoder);
  }

  /** The library over the stores and index of another test. */
  public static CuratedLibrary library(TestRecords records, PassageIndex index) {
    return new CuratedLibrary(
        records.curated(),
        records.collections(),
        new DraftCheck(records.collections(), records.documents(), records.texts()),
        new Quotations(records.documents(), records.texts(), index),
        new PinnedQuestions(TestEncoders.shipped(), () -> 0.85));
  }

  void put(DocumentId id, String text) {
    if (records.documents().find(id).isEmpty()) {
      records.documents().insert(document(id));
    }
    CharSpan all = new CharSpan(0, text.length());
    records.texts().put(id, new DocumentText(text, List.of(new Page(1, all)), List.of()));
    IndexedTexts.put(index, id.value(), text);
  }

  static Document document(DocumentId id) {
    return Document.queued(id, "c", "", id + ".txt", Instant.EPOCH)
        .withContent("text/plain", 46, "0".repeat(64))
        .parsed(DocumentMetadata.of("File", List.of()), "en", 1)
        .ready(1, Instant.EPOCH);
  }

  /** An answer in the document's words. */
  static CuratedDraft quoting(String question, String words, String... paraphrases) {
    int start = TEXT.indexOf(words);
    return new CuratedDraft(
        question,
        List.of(paraphrases),
        List.of(),
        null,
        new CitationDraft(DOCUMENT.value(), start, start + words.length(), words));
  }

  /** An answer in words of its own. */
  static CuratedDraft saying(String question, @Nullable String text, String... collections) {
    return new CuratedDraft(question, List.of(), List.of(collections), text, null);
  }
}
