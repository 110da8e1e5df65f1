package io.passim.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.Measurement;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: how the cost of a search, and of a commit of a hundred passages, grows with
 * the number of passages; in all of them, and in a collection of a tenth. Words are drawn by Zipf's
 * law, vectors around a thousand directions; each size goes on from the one before.
 *
 * <pre>
 * ./mvnw -B -Dfrontend.skip=true test -DenableAssertions=false -Dtest=RetrievalScale -Dout=$PWD/scale.json \
 *   -Ddirectory=DIR [-Dsizes=1000,10000,100000,1000000 -Dsearches=500 -Dwords-only=true]</pre>
 */
class RetrievalScale {
  private static final int PASSAGES_OF_A_DOCUMENT = 100;
  private static final int WORDS = 100;
  private static final int VOCABULARY = 200_000;
  private static final int DIMENSIONS = 384;
  private static final int DIRECTIONS = 1000;
  private static final int LIMIT = 50;
  private static final int READ = 10;
  private static final int REPLACEMENTS = 50;
  private static final boolean VECTORS = !Boolean.getBoolean("words-only");
  private static final DocumentScope TENTH = DocumentScope.within(Set.of("tenth"));
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final Random random = new Random(1);
  private final float[][] directions =
      Stream.generate(() -> vector(null)).limit(DIRECTIONS).toArray(float[][]::new);

  @Test
  void measure() throws Exception {
    Measurement.requireNoAssertions();
    Path directory = property("directory");
    List<Map<String, Object>> rows = new ArrayList<>();
    try (LucenePassageIndex index = (LucenePassageIndex) TestIndexes.onDisk(directory)) {
      int there = index.passages(DocumentScope.EVERYWHERE);
      for (String size : System.getProperty("sizes", "1000,10000,100000").split(",", -1)) {
        int wanted = Integer.parseInt(size);
        long start = System.nanoTime();
        double[] commits = new double[(wanted - there) / PASSAGES_OF_A_DOCUMENT];
        for (int i = 0; i < commits.length; i++) {
          commits[i] = add(index, there / PASSAGES_OF_A_DOCUMENT + i);
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_MILLI / 1000;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("passages", wanted);
        if (commits.length > 0) {
          row.put("indexed_per_s", (wanted - there) / seconds);
          row.put("commit_ms", percentiles(commits));
        }
        row.put("disk_megabytes", size(directory) / BYTES_PER_MEGABYTE);
        there = wanted;
        row.put("words_ms", searches(index, DocumentScope.EVERYWHERE, false));
        if (VECTORS) {
          row.put("words_and_vectors_ms", searches(index, DocumentScope.EVERYWHERE, true));
        }
        row.put("words_in_a_tenth_ms", searches(index, TENTH, false));
        if (VECTORS) {
          row.put("words_and_vectors_in_a_tenth_ms", searches(index, TENTH, true));
        }
        row.put("words_after_a_replacement_ms", searchesBetweenReplacements(index, wanted));
        row.put("heap_megabytes", usedHeap() / BYTES_PER_MEGABYTE);
        rows.add(row);
        System.out.println(row);
      }
    }
    try (var out = Files.newBufferedWriter(property("out"))) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(out, rows);
    }
  }

  private static Path property(String name) {
    return Path.of(Objects.requireNonNull(System.getProperty(name), "set -D" + name));
  }

  /** Milliseconds until they are on stable storage and found. */
  private double add(LucenePassageIndex index, int number) {
    DocumentId id = new DocumentId("d" + number);
    List<Passage> passages = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < PASSAGES_OF_A_DOCUMENT; i++) {
      String text = words(WORDS);
      CharSpan span = new CharSpan(start, start + text.length());
      passages.add(
          new Passage(
              id, i, span, List.of(new Page(1, span)), List.of(words(4)), text, List.of(span)));
      vectors.add(vector(directions[random.nextInt(DIRECTIONS)]));
      start = span.end() + 1;
    }
    IndexedDocument document =
        new IndexedDocument(
            id,
            number % 10 == 0 ? "tenth" : "others",
            number + ".txt",
            words(6),
            "en",
            List.of(),
            null,
            Instant.EPOCH);
    long began = System.nanoTime();
    if (VECTORS) {
      index.putVectors(new IndexedPassages(document, passages), "e", vectors);
    } else {
      index.put(document, passages);
    }
    return (System.nanoTime() - began) / NANOS_PER_MILLI;
  }

  private Map<String, Double> searches(
      PassageIndex index, DocumentScope scope, boolean withVectors) {
    int searches = Integer.getInteger("searches", 500);
    double[] millis = new double[searches];
    for (int i = -searches / 5; i < searches; i++) {
      double took = search(index, scope, withVectors);
      if (i >= 0) {
        millis[i] = took;
      }
    }
    return percentiles(millis);
  }

  /** The first search after each, whose passages of before may lie in the largest segment. */
  private Map<String, Double> searchesBetweenReplacements(LucenePassageIndex index, int passages) {
    double[] millis = new double[REPLACEMENTS];
    for (int i = 0; i < millis.length; i++) {
      add(index, random.nextInt(passages / PASSAGES_OF_A_DOCUMENT));
      millis[i] = search(index, DocumentScope.EVERYWHERE, false);
    }
    return percentiles(millis);
  }

  private double search(PassageIndex index, DocumentScope scope, boolean withVectors) {
    float[] vector = vector(directions[random.nextInt(DIRECTIONS)]);
    String words = words(8);
    PassageQuery query =
        withVectors
            ? new PassageQuery(words, new QuestionVector("e", vector), scope, LIMIT)
            : new PassageQuery(words, scope, LIMIT);
    long start = System.nanoTime();
    index.search(query, best -> PassageSelection.ALL.select(best).stream().limit(READ).toList());
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  private static Map<String, Double> percentiles(double[] millis) {
    Arrays.sort(millis);
    return Map.of(
        "p50", millis[millis.length / 2],
        "p95", millis[millis.length * 95 / 100],
        "p99", millis[millis.length * 99 / 100],
        "max", millis[millis.length - 1]);
  }

  /** The rank of a word follows 1 / rank, near enough. */
  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
      words.append(i == 0 ? "" : " ").append("w").append(Integer.toString(rank, 36));
    }
    return words.toString();
  }

  private float[] vector(float @Nullable [] around) {
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] =
          (float) random.nextGaussian()
              + (around == null ? 0 : (float) Math.sqrt(DIMENSIONS) * around[i]);
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static long size(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
