package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * Passages in Lucene. One {@link CommittingWriter}; searchers are borrowed from a {@link
 * SearcherManager} that is refreshed before a write returns.
 *
 * <p>Searchers read commits only, so that no search meets a change that is not on stable storage. A
 * write that fails drops the writer with all that it holds, and the next write opens another: the
 * index recovers as soon as the disk does.
 */
final class LucenePassageIndex implements PassageIndex, AutoCloseable {
  private static final Sort BY_SCORE =
      new Sort(SortField.FIELD_SCORE, new SortField(PassageDocuments.KEY, SortField.Type.STRING));

  private final IndexConfig config;
  private final CommittingWriter writer;
  private final SearcherManager searchers;

  /**
   * Opens or creates the index.
   *
   * @param firstGeneration of a new index; to be above that of any index it comes in place of
   * @throws IOException if it cannot be read or another process holds it
   */
  LucenePassageIndex(Directory directory, IndexConfig config, long firstGeneration)
      throws IOException {
    this.config = config;
    this.writer = new CommittingWriter(directory, firstGeneration);
    try {
      this.searchers = new SearcherManager(directory, null);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  @Override
  public long put(IndexedDocument document, List<Passage> passages, Set<DocumentId> superseded) {
    List<Document> fields =
        passages.stream().map(passage -> PassageDocuments.of(document, passage)).toList();
    Term[] others = superseded.stream().map(LucenePassageIndex::passagesOf).toArray(Term[]::new);
    return write(writer -> {
      writer.deleteDocuments(others);
      writer.updateDocuments(passagesOf(document.id()), fields);
    });
  }

  @Override
  public long delete(DocumentId id) {
    return write(writer -> writer.deleteDocuments(passagesOf(id)));
  }

  @Override
  public PassageHits search(PassageQuery query) {
    QuestionTerms terms = QuestionTerms.of(query.text(), config);
    if (terms.byWord().isEmpty()) {
      return new PassageHits(List.of(), generation());
    }
    return searching(searcher -> {
      TopDocs found =
          searcher.search(
              ScopeQuery.within(terms.any(), query.scope()), query.limit(), BY_SCORE, true);
      StoredFields stored = searcher.storedFields();
      List<PassageHit> hits = new ArrayList<>();
      for (ScoreDoc hit : found.scoreDocs) {
        Document fields = stored.document(hit.doc);
        hits.add(
            new PassageHit(
                PassageDocuments.document(fields),
                PassageDocuments.passage(fields),
                hit.score,
                weights(searcher, terms, hit.doc)));
      }
      return new PassageHits(hits, CommittingWriter.generation(searcher));
    });
  }

  @Override
  public double inverseDocumentFrequency(String word) {
    return searching(searcher -> {
      IndexReader reader = searcher.getIndexReader();
      long frequency = 0;
      for (TextLanguage language : TextLanguage.values()) {
        List<String> terms = QuestionTerms.analyse(language.analyzer(), word);
        if (terms.isEmpty()) {
          return 0.0;
        }
        for (String term : terms) {
          frequency += reader.docFreq(new Term(language.field(PassageDocuments.BODY), term));
        }
      }
      double others = Math.max(0, reader.maxDoc() - frequency) + 0.5;
      return frequency == 0 ? 0.0 : Math.log1p(others / (frequency + 0.5));
    });
  }

  @Override
  public int passages(DocumentScope scope) {
    return searching(
        searcher -> searcher.count(ScopeQuery.within(MatchAllDocsQuery.INSTANCE, scope)));
  }

  @Override
  public Set<DocumentId> documents() {
    return searching(searcher -> {
      Set<DocumentId> documents = new HashSet<>();
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        collectDocuments(leaf.reader(), documents);
      }
      return documents;
    });
  }

  @Override
  public long generation() {
    return searching(CommittingWriter::generation);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer);
  }

  private long write(CommittingWriter.Change change) {
    try {
      long generation = writer.commit(change);
      searchers.maybeRefreshBlocking();
      return generation;
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    }
  }

  private <T> T searching(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failure(e);
    }
  }

  private static UncheckedIOException failure(Exception e) {
    return new UncheckedIOException(e instanceof IOException cause ? cause : new IOException(e));
  }

  private static void collectDocuments(LeafReader reader, Set<DocumentId> documents)
      throws IOException {
    Terms ids = reader.terms(PassageDocuments.DOCUMENT);
    if (ids == null) {
      return;
    }
    Bits live = reader.getLiveDocs();
    TermsEnum each = ids.iterator();
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      PostingsEnum passages = each.postings(null, PostingsEnum.NONE);
      int passage = passages.nextDoc();
      while (passage != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(passage)) {
        passage = passages.nextDoc();
      }
      if (passage != DocIdSetIterator.NO_MORE_DOCS) {
        documents.add(new DocumentId(id.utf8ToString()));
      }
    }
  }

  private static Term passagesOf(DocumentId id) {
    return new Term(PassageDocuments.DOCUMENT, id.value());
  }

  private static List<TermWeight> weights(IndexSearcher searcher, QuestionTerms terms, int doc)
      throws IOException {
    List<TermWeight> weights = new ArrayList<>();
    for (Map.Entry<String, Query> word : terms.byWord().entrySet()) {
      double weight = searcher.explain(word.getValue(), doc).getValue().doubleValue();
      if (weight > 0) {
        weights.add(new TermWeight(word.getKey(), weight));
      }
    }
    weights.sort(Comparator.comparingDouble(TermWeight::weight).reversed());
    return weights;
  }

  @FunctionalInterface
  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
