package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSearchTest {
  private static final float[] EAST = {1, 0, 0};
  private static final float[] NORTH = {0, 1, 0};
  private static final float[] NORTH_EAST = {0.8f, 0.6f, 0};

  /** Of the encoder that is shipped. */
  private static final int COMPONENTS = 384;

  /** Bytes, at most, that Lucene keeps beside those of a quantised vector. */
  private static final int CORRECTIONS = 32;

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();

  @Test
  void findsByWordsAndByVectorsAndGivesBothScores() {
    put("words", "it", "the canteen opens");
    put("meaning", "it", "lunch is served");
    put("neither", "it", "parking");
    vectors("words", NORTH);
    vectors("meaning", NORTH_EAST);
    vectors("neither", NORTH);
    List<PassageHit> hits = index.search(query("canteen", EAST, 2)).hits();
    assertEquals("words", hits.get(0).document().id().value());
    assertTrue(hits.get(0).score().lexical() > 0);
    assertEquals(0.0, hits.get(0).score().similarity());
    PassageHit meant = hits.get(1);
    assertEquals("meaning", meant.document().id().value());
    assertEquals(0, meant.score().lexical());
    assertEquals(0.8, similarity(meant), 1e-6);
    assertEquals(List.of(), meant.score().terms());
  }

  @Test
  void findsByWordsWhatHasNoVectorYet() {
    put("a", "it", "the canteen opens");
    PassageHit hit = index.search(query("canteen", EAST, 5)).hits().getFirst();
    assertNull(hit.score().similarity());
    assertTrue(hit.score().lexical() > 0);
  }

  @Test
  void staysWithinItsScope() {
    put("a", "it", "x");
    put("b", "hr", "y");
    vectors("a", EAST);
    vectors("b", EAST);
    PassageQuery query =
        new PassageQuery(
            "", new QuestionVector("e1", EAST), DocumentScope.within(Set.of("hr")), 10);
    assertEquals(List.of("b"), ids(index.search(query).hits()));
  }

  @Test
  void knowsWhatHasNoVectors() {
    put("a", "it", "one", "two");
    put("b", "it", "three");
    assertEquals(3, index.countWithoutVectors("e1"));
    IndexedPassages first = index.withoutVectors("e1", Set.of()).orElseThrow();
    assertEquals(index.find(first.document().id()).orElseThrow(), first);
    assertEquals(
        "b",
        index
            .withoutVectors("e1", Set.of(new DocumentId("a")))
            .orElseThrow()
            .document()
            .id()
            .value());
    vectors("a", EAST, NORTH);
    assertEquals(1, index.countWithoutVectors("e1"));
    assertEquals(3, index.countWithoutVectors("e2"));
    put("a", "it", "other");
    assertEquals(2, index.countWithoutVectors("e1"));
    index.delete(new DocumentId("a"));
    index.delete(new DocumentId("b"));
    assertTrue(index.withoutVectors("e1", Set.of()).isEmpty());
    assertEquals(0, index.countWithoutVectors("e1"));
  }

  @Test
  void vectorsOfAnotherEncoderAreNoVectors() {
    put("a", "it", "the canteen opens");
    vectors("a", EAST);
    QuestionVector other = new QuestionVector("e2", new float[] {0, 0, 0, 1});
    PassageHit before = index.search(asking("canteen", other, 5)).hits().getFirst();
    assertNull(before.score().similarity());
    assertTrue(before.score().lexical() > 0);
    assertEquals(List.of(), index.search(asking("", other, 5)).hits());
    IndexedPassages passages = index.withoutVectors("e2", Set.of()).orElseThrow();
    index.putVectors(passages, "e2", List.of(other.components()));
    assertEquals(0, index.countWithoutVectors("e2"));
    assertEquals(1, index.countWithoutVectors("e1"));
    assertEquals(1, similarity(index.search(asking("", other, 5)).hits().getFirst()));
    assertEquals(List.of(), index.search(query("", EAST, 5)).hits());
  }

  @Test
  void vectorsOfAsManyComponentsAreNotComparedEither() {
    put("a", "it", "the canteen opens");
    vectors("a", EAST);
    PassageQuery query = asking("canteen", new QuestionVector("e2", EAST), 5);
    assertNull(index.search(query).hits().getFirst().score().similarity());
  }

  @Test
  void vectorsAreMadeAnewWhereAnEarlierVersionKeptThemInOneField() throws Exception {
    Document earlier =
        PassageDocuments.of(document("a", "it"), passages("a", "the canteen opens").getFirst());
    earlier.add(new StringField("encoder", "e1", Store.NO));
    earlier.add(new KnnFloatVectorField("vector", EAST, VectorSimilarityFunction.DOT_PRODUCT));
    try (CommittingWriter writer = new CommittingWriter(FSDirectory.open(directory), 0, () -> {})) {
      writer.commit(change -> change.addDocument(earlier));
    }
    try (LucenePassageIndex opened = (LucenePassageIndex) TestIndexes.onDisk(directory)) {
      assertNull(opened.search(query("canteen", EAST, 5)).hits().getFirst().score().similarity());
      IndexedPassages passages = opened.withoutVectors("e1", Set.of()).orElseThrow();
      opened.putVectors(passages, "e1", List.of(EAST));
      assertEquals(0, opened.countWithoutVectors("e1"));
      assertEquals(1, similarity(opened.search(query("", EAST, 5)).hits().getFirst()));
    }
  }

  @Test
  void vectorsChangeNothingElse() {
    put("a", "it", "one canteen", "two");
    List<PassageHit> before = index.search(query("canteen", null, 5)).hits();
    long generation = index.generation();
    vectors("a", EAST, NORTH);
    assertEquals(before, index.search(query("canteen", null, 5)).hits());
    assertTrue(index.generation() > generation);
  }

  @Test
  void givesTheSameHitsEachTimeAndAfterReopening() throws Exception {
    PassageQuery query = query("w1 w2 w3", vector(new Random(1)), 10);
    List<PassageHit> hits;
    try (LucenePassageIndex first = (LucenePassageIndex) TestIndexes.onDisk(directory)) {
      fill(first);
      hits = first.search(query).hits();
      for (int i = 0; i < 1000; i++) {
        assertEquals(hits, first.search(query).hits());
      }
    }
    try (LucenePassageIndex again = (LucenePassageIndex) TestIndexes.onDisk(directory)) {
      assertEquals(hits, again.search(query).hits());
    }
  }

  /** In full, a search would go through four times as much. */
  @Test
  void vectorsAreSearchedInEightBitsAComponent() throws Exception {
    float[] vector = new float[COMPONENTS];
    vector[0] = 1;
    try (LucenePassageIndex opened = (LucenePassageIndex) TestIndexes.onDisk(directory)) {
      opened.put(document("a", "it"), passages("a", "the canteen opens"));
      IndexedPassages passages = opened.withoutVectors("e1", Set.of()).orElseThrow();
      opened.putVectors(passages, "e1", List.of(vector));
    }
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(directory))) {
      CodecReader segment = (CodecReader) reader.leaves().getFirst().reader();
      FieldInfo field = segment.getFieldInfos().fieldInfo(PassageDocuments.vector("e1"));
      assertNotNull(field);
      Map<String, Long> bytes = segment.getVectorReader().getOffHeapByteSize(field);
      assertEquals(COMPONENTS, bytes.getOrDefault("veq", 0L), CORRECTIONS, bytes::toString);
      assertEquals(COMPONENTS * Float.BYTES, bytes.getOrDefault("vec", 0L), "and kept in full");
    }
  }

  private static void fill(PassageIndex index) {
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      String id = "d" + i;
      index.put(document(id, "it"), passages(id, words(random)));
      IndexedPassages passages = index.find(new DocumentId(id)).orElseThrow();
      index.putVectors(
          passages, "e1", passages.passages().stream().map(_ -> vector(random)).toList());
    }
  }

  private static String[] words(Random random) {
    return IntStream.range(0, 5)
        .mapToObj(i -> "w" + random.nextInt(9) + " w" + random.nextInt(9) + " p" + i)
        .toArray(String[]::new);
  }

  private static float[] vector(Random random) {
    float[] vector = new float[32];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private void put(String id, String collection, String... texts) {
    index.put(document(id, collection), passages(id, texts));
  }

  private void vectors(String id, float[]... vectors) {
    index.putVectors(index.find(new DocumentId(id)).orElseThrow(), "e1", List.of(vectors));
  }

  private static IndexedDocument document(String id, String collection) {
    return new IndexedDocument(
        new DocumentId(id), collection, id + ".txt", "File", "en", List.of(), null, Instant.EPOCH);
  }

  private static List<Passage> passages(String id, String... texts) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      CharSpan span = new CharSpan(start, start + text.length());
      passages.add(
          new Passage(
              new DocumentId(id),
              passages.size(),
              span,
              List.of(new Page(1, span)),
              List.of(),
              text,
              List.of(span)));
      start = span.end() + 1;
    }
    return passages;
  }

  private static PassageQuery query(String words, float @Nullable [] vector, int limit) {
    return vector == null
        ? new PassageQuery(words, DocumentScope.EVERYWHERE, limit)
        : asking(words, new QuestionVector("e1", vector), limit);
  }

  private static PassageQuery asking(String words, QuestionVector vector, int limit) {
    return new PassageQuery(words, vector, DocumentScope.EVERYWHERE, limit);
  }

  private static double similarity(PassageHit hit) {
    Double similarity = hit.score().similarity();
    assertNotNull(similarity);
    return similarity;
  }

  private static List<String> ids(List<PassageHit> hits) {
    List<String> ids = new ArrayList<>();
    hits.forEach(hit -> ids.add(hit.document().id().value()));
    return ids;
  }
}
