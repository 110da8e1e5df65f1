package io.passim.index;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Passages as Lucene documents and back: the schema of the index. */
final class PassageDocuments {
  /**
   * Changes with every change of the fields or their terms, so that an older index is rebuilt. Not
   * with that of the vectors: those of another field are missing, and made anew.
   */
  static final String SCHEMA = "7";

  static final String DOCUMENT = "document";
  static final String COLLECTION = "collection";
  static final String TAG = "tag";

  /** Of the passage, which may be another than that of most of its document. */
  static final String LANGUAGE = "language";

  /** Days since 1970-01-01. */
  static final String DATE = "date";

  static final String TITLE = "title";
  static final String HEADING = "heading";
  static final String BODY = "body";

  /** Document id and ordinal: the order of passages with equal scores. */
  static final String KEY = "key";

  private static final String DOCUMENT_LANGUAGE = "documentLanguage";
  private static final String FILENAME = "filename";
  private static final String UPLOADED = "uploaded";
  private static final String ORDINAL = "ordinal";
  private static final String START = "start";
  private static final String PAGES = "pages";
  private static final String SENTENCES = "sentences";

  private PassageDocuments() {}

  static Document of(IndexedDocument document, Passage passage) {
    String code = document.languageOf(passage);
    TextLanguage language = TextLanguage.of(code);
    Document fields = new Document();
    fields.add(new StringField(DOCUMENT, document.id().value(), Store.YES));
    fields.add(new StringField(COLLECTION, document.collectionId(), Store.YES));
    fields.add(new SortedDocValuesField(KEY, key(passage)));
    fields.add(new StoredField(FILENAME, document.filename()));
    fields.add(new StoredField(TITLE, document.title()));
    fields.add(new StoredField(DOCUMENT_LANGUAGE, document.language()));
    fields.add(new StringField(LANGUAGE, code, Store.YES));
    document.tags().forEach(tag -> fields.add(new StringField(TAG, tag, Store.YES)));
    LocalDate date = document.date();
    if (date != null) {
      fields.add(new LongField(DATE, date.toEpochDay(), Store.YES));
    }
    fields.add(new StoredField(UPLOADED, document.uploadedAt().toString()));
    fields.add(new StoredField(ORDINAL, passage.ordinal()));
    fields.add(new StoredField(START, passage.span().start()));
    fields.add(new StoredField(PAGES, encodePages(passage.pages())));
    passage.heading().forEach(heading -> fields.add(new StoredField(HEADING, heading)));
    fields.add(new StoredField(BODY, passage.text()));
    fields.add(new StoredField(SENTENCES, encode(passage.sentences())));
    fields.add(new TextField(language.field(TITLE), document.title(), Store.NO));
    fields.add(
        new TextField(language.field(HEADING), String.join("\n", passage.heading()), Store.NO));
    fields.add(new TextField(language.field(BODY), passage.text(), Store.NO));
    return fields;
  }

  static Document of(IndexedDocument document, Passage passage, String encoder, float[] vector) {
    Document fields = of(document, passage);
    fields.add(
        new KnnFloatVectorField(vector(encoder), vector, VectorSimilarityFunction.DOT_PRODUCT));
    return fields;
  }

  /**
   * The field of an encoder's vectors. Each has its own: vectors of two can neither be compared
   * nor, if they have not as many components, stand in one field.
   */
  static String vector(String encoder) {
    return "vector_" + encoder;
  }

  static IndexedDocument document(Document fields) {
    return new IndexedDocument(
        new DocumentId(string(fields, DOCUMENT)),
        string(fields, COLLECTION),
        string(fields, FILENAME),
        string(fields, TITLE),
        string(fields, DOCUMENT_LANGUAGE),
        List.of(fields.getValues(TAG)),
        date(fields),
        Instant.parse(string(fields, UPLOADED)));
  }

  static Passage passage(Document fields) {
    String text = string(fields, BODY);
    int start = number(fields, START);
    return new Passage(
        new DocumentId(string(fields, DOCUMENT)),
        number(fields, ORDINAL),
        new CharSpan(start, start + text.length()),
        decodePages(stored(fields, PAGES).binaryValue()),
        List.of(fields.getValues(HEADING)),
        text,
        decode(stored(fields, SENTENCES).binaryValue()),
        string(fields, LANGUAGE).equals(string(fields, DOCUMENT_LANGUAGE))
            ? null
            : string(fields, LANGUAGE));
  }

  private static BytesRef key(Passage passage) {
    return new BytesRef(
        String.format(Locale.ROOT, "%s#%08d", passage.documentId(), passage.ordinal()));
  }

  private static IndexableField stored(Document fields, String name) {
    return Objects.requireNonNull(fields.getField(name), () -> "no stored field " + name);
  }

  private static String string(Document fields, String name) {
    return stored(fields, name).stringValue();
  }

  private static int number(Document fields, String name) {
    return stored(fields, name).numericValue().intValue();
  }

  private static @Nullable LocalDate date(Document fields) {
    IndexableField date = fields.getField(DATE);
    return date == null ? null : LocalDate.ofEpochDay(date.numericValue().longValue());
  }

  private static BytesRef encodePages(List<Page> pages) {
    ByteBuffersDataOutput bytes = new ByteBuffersDataOutput();
    try {
      for (Page page : pages) {
        bytes.writeVInt(page.number());
        bytes.writeString(Objects.requireNonNullElse(page.label(), ""));
        bytes.writeVInt(page.span().start());
        bytes.writeVInt(page.span().end());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new BytesRef(bytes.toArrayCopy());
  }

  private static List<Page> decodePages(BytesRef ref) {
    ByteArrayDataInput bytes = new ByteArrayDataInput(ref.bytes, ref.offset, ref.length);
    List<Page> pages = new ArrayList<>();
    try {
      while (!bytes.eof()) {
        int number = bytes.readVInt();
        String label = bytes.readString();
        CharSpan span = new CharSpan(bytes.readVInt(), bytes.readVInt());
        pages.add(new Page(number, label.isEmpty() ? null : label, span));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return pages;
  }

  private static BytesRef encode(List<CharSpan> spans) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES * spans.size());
    spans.forEach(span -> bytes.putInt(span.start()).putInt(span.end()));
    return new BytesRef(bytes.array());
  }

  private static List<CharSpan> decode(BytesRef ref) {
    ByteBuffer bytes = ByteBuffer.wrap(ref.bytes, ref.offset, ref.length);
    List<CharSpan> spans = new ArrayList<>();
    while (bytes.hasRemaining()) {
      spans.add(new CharSpan(bytes.getInt(), bytes.getInt()));
    }
    return spans;
  }
}
