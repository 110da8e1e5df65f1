package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import io.passim.index.SearchedWords.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;

/**
 * Passages in Lucene. One {@link CommittingWriter}; searchers are borrowed from a {@link
 * SearcherManager} that is refreshed before a write returns.
 *
 * <p>Searchers read commits only, so that no search meets a change that is not on stable storage. A
 * write that fails drops the writer with all that it holds, and the next write opens another: the
 * index recovers as soon as the disk does.
 */
final class LucenePassageIndex implements PassageIndex, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LucenePassageIndex.class);

  private static final Sort BY_KEY =
      new Sort(new SortField(PassageDocuments.KEY, SortField.Type.STRING));

  private final IndexConfig config;
  private final CommittingWriter writer;
  private final SearcherManager searchers;
  private final PassageStatistics statistics = new PassageStatistics();

  /**
   * Opens or creates the index.
   *
   * @param firstGeneration of a new index; to be above that of any index it comes in place of
   * @throws IOException if it cannot be read or another process holds it
   */
  LucenePassageIndex(Directory directory, IndexConfig config, long firstGeneration)
      throws IOException {
    this.config = config;
    this.writer =
        new CommittingWriter(
            directory, firstGeneration, () -> Thread.startVirtualThread(this::publishMerged));
    try {
      this.searchers = new SearcherManager(directory, new Bm25Searchers(config));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  @Override
  public long putAll(List<PassageReplacement> replacements) {
    return write(writer -> {
      for (PassageReplacement replacement : replacements) {
        put(writer, replacement);
      }
    });
  }

  private static void put(IndexWriter writer, PassageReplacement replacement) throws IOException {
    IndexedDocument document = replacement.passages().document();
    List<Document> fields =
        replacement.passages().passages().stream()
            .map(passage -> PassageDocuments.of(document, passage))
            .toList();
    writer.deleteDocuments(passagesOf(replacement.superseded()));
    writer.updateDocuments(passagesOf(document.id()), fields);
  }

  @Override
  public long putVectors(IndexedPassages passages, String encoder, List<float[]> vectors) {
    List<Document> fields = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      Passage passage = passages.passages().get(i);
      fields.add(PassageDocuments.of(passages.document(), passage, encoder, vectors.get(i)));
    }
    return write(writer -> writer.updateDocuments(passagesOf(passages.document().id()), fields));
  }

  @Override
  public Optional<IndexedPassages> withoutVectors(String encoder, Set<DocumentId> except) {
    BooleanQuery.Builder without = new BooleanQuery.Builder();
    without.add(without(encoder), Occur.MUST);
    except.forEach(id -> without.add(new TermQuery(passagesOf(id)), Occur.MUST_NOT));
    return searching(searcher -> {
      ScoreDoc[] found = searcher.search(without.build(), 1).scoreDocs;
      return found.length == 0
          ? Optional.empty()
          : find(
              searcher,
              PassageDocuments.document(searcher.storedFields().document(found[0].doc)).id());
    });
  }

  @Override
  public int countWithoutVectors(String encoder) {
    return searching(searcher -> searcher.count(without(encoder)));
  }

  @Override
  public Optional<IndexedPassages> find(DocumentId id) {
    return searching(searcher -> find(searcher, id));
  }

  @Override
  public long delete(Set<DocumentId> ids) {
    return write(writer -> writer.deleteDocuments(passagesOf(ids)));
  }

  @Override
  public PassageHits search(PassageQuery query, PassageSelection selection) {
    QuestionTerms terms = QuestionTerms.of(query.text(), config);
    Set<String> counted = query.scope().collectionIds();
    return searching(found ->
        new PassageSearch(statistics.searcher(found, counted), query, terms).run(selection));
  }

  @Override
  public Map<String, Double> inverseDocumentFrequencies(
      String question, Collection<String> words, DocumentScope scope) {
    SearchedWords searched = SearchedWords.of(question);
    return searching(searcher -> {
      int passages = count(searcher, MatchAllDocsQuery.INSTANCE, scope);
      Map<String, Double> frequencies = new HashMap<>();
      for (String word : words) {
        long frequency = 0;
        for (Term term : bodyTerms(searched.in(word))) {
          frequency += count(searcher, new TermQuery(term), scope);
        }
        double others = Math.max(0, passages - frequency) + 0.5;
        frequencies.put(word, frequency == 0 ? 0.0 : Math.log1p(others / (frequency + 0.5)));
      }
      return frequencies;
    });
  }

  private static List<Term> bodyTerms(List<Word> words) {
    List<Term> terms = new ArrayList<>();
    for (Word word : words) {
      word.terms()
          .forEach((language, found) -> {
            String field = language.field(PassageDocuments.BODY);
            found.forEach(term -> terms.add(new Term(field, term)));
          });
    }
    return terms;
  }

  /** Counted one by one where a scope or a deletion leaves no number to look up. */
  private static int count(IndexSearcher searcher, Query query, DocumentScope scope)
      throws IOException {
    return searcher.count(ScopeQuery.within(query, scope));
  }

  @Override
  public boolean holds(DocumentId id, DocumentScope scope) {
    return searching(searcher -> count(searcher, new TermQuery(passagesOf(id)), scope)) > 0;
  }

  @Override
  public int passages(DocumentScope scope) {
    return searching(searcher -> count(searcher, MatchAllDocsQuery.INSTANCE, scope));
  }

  @Override
  public StatisticsLookups statisticsLookups() {
    return statistics.lookups();
  }

  @Override
  public Set<DocumentId> documents() {
    return searching(searcher -> DocumentIds.in(searcher.getIndexReader()));
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

  private void publishMerged() {
    try {
      if (writer.commitMerged()) {
        searchers.maybeRefreshBlocking();
      }
    } catch (AlreadyClosedException e) {
      LOG.debug("the index was closed meanwhile", e);
    } catch (IOException | IllegalStateException e) {
      LOG.warn("What was merged is published with the next change", e);
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

  private static Optional<IndexedPassages> find(IndexSearcher searcher, DocumentId id)
      throws IOException {
    Query passagesOf = new TermQuery(passagesOf(id));
    TopDocs found = searcher.search(passagesOf, Math.max(1, searcher.count(passagesOf)), BY_KEY);
    StoredFields stored = searcher.storedFields();
    List<Passage> passages = new ArrayList<>();
    IndexedDocument document = null;
    for (ScoreDoc hit : found.scoreDocs) {
      Document fields = stored.document(hit.doc);
      document = PassageDocuments.document(fields);
      passages.add(PassageDocuments.passage(fields));
    }
    return Optional.ofNullable(document).map(of -> new IndexedPassages(of, passages));
  }

  private static Query without(String encoder) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(new FieldExistsQuery(PassageDocuments.vector(encoder)), Occur.MUST_NOT)
        .build();
  }

  private static UncheckedIOException failure(Exception e) {
    return new UncheckedIOException(e instanceof IOException cause ? cause : new IOException(e));
  }

  private static Term passagesOf(DocumentId id) {
    return new Term(PassageDocuments.DOCUMENT, id.value());
  }

  private static Term[] passagesOf(Set<DocumentId> ids) {
    return ids.stream().map(LucenePassageIndex::passagesOf).toArray(Term[]::new);
  }

  @FunctionalInterface
  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
