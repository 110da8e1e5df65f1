package io.passim.evaluate;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.DocumentText;
import io.passim.document.Passage;
import io.passim.index.IndexConfig;
import io.passim.index.IndexedDocument;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.index.TemporaryIndex;
import io.passim.inference.EncoderModel;
import io.passim.ingest.DocumentLibrary;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.ingest.passage.PassageWindows;
import io.passim.retrieve.PassageRetriever;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tool, not a test: how lengths of passages, and what titles and headings count, serve the
 * questions about the samples. For each row of settings it prints figures in percent. How many
 * passages are read is set for a whole run, as for a server. How to run it is told in {@code
 * models/training/README.md}.
 */
@QuarkusTest
@TestProfile(SampleDocuments.class)
class PassageFit {
  private static final List<String> METRICS =
      List.of("recallAt1", "recallAt5", "recallAt20", "mrr", "bestF1", "f1", "auroc");

  @Inject DatasetReader datasets;
  @Inject DocumentLibrary library;
  @Inject QuestionAnswerer answerer;
  @Inject PassageRetriever retriever;
  @Inject EncoderModel encoder;
  @Inject IndexConfig indexing;
  @TempDir Path directory;

  @Test
  void compare() throws Exception {
    SampleDocuments.awaitIn(library);
    SquadDataset questions = datasets.read(SampleDocuments.QUESTIONS);
    System.out.println("settings | passages | " + String.join(" ", METRICS));
    for (String row : Objects.requireNonNull(System.getProperty("rows"), "-Drows").split(";", -1)) {
      Map<String, String> settings = new HashMap<>();
      for (String setting : row.strip().split("\\s+", -1)) {
        String[] parts = setting.split("=", 2);
        settings.put(parts[0], parts[1]);
      }
      System.out.println(row.strip() + " | " + measure(settings, questions));
    }
  }

  private String measure(Map<String, String> settings, SquadDataset questions) throws Exception {
    PassageWindows windows =
        new PassageWindows(
            Integer.parseInt(settings.getOrDefault("words", "100")),
            Integer.parseInt(settings.getOrDefault("overlap", "1")));
    Path place = Files.createTempDirectory(directory, "index");
    try (TemporaryIndex index = TemporaryIndex.in(place, new Boosted(indexing, settings))) {
      int passages = fill(index.passages(), new PassageSplitter(windows));
      PassageRetriever from = retriever.over(index.passages());
      QuestionEvaluator evaluator =
          new QuestionEvaluator(answerer.over(from), from, DocumentScope.EVERYWHERE, true);
      EvaluationReport report =
          ReportBuilder.report(
              questions.questions().stream()
                  .map(asked -> evaluator.evaluate(asked, AnswerMonitor.NONE).outcome())
                  .toList());
      StringBuilder line = new StringBuilder().append(passages).append(" |");
      for (String metric : METRICS) {
        double value = Objects.requireNonNull(report.metrics().get(metric));
        line.append(String.format(Locale.ROOT, " %.1f", 100 * value));
      }
      return line.toString();
    }
  }

  /** By the documents' names, so that the same settings give the same index. */
  private int fill(PassageIndex index, PassageSplitter splitter) {
    List<Document> documents =
        library.documents(SampleDocuments.COLLECTION).stream()
            .sorted(Comparator.comparing(Document::filename))
            .toList();
    int count = 0;
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      DocumentText text = library.text(document.id()).orElseThrow();
      DocumentId id = new DocumentId("s_" + (1000 + i));
      String language = Objects.requireNonNullElse(document.language(), "");
      List<Passage> passages = splitter.split(id, text, language);
      IndexedPassages all =
          new IndexedPassages(
              new IndexedDocument(
                  id,
                  SampleDocuments.COLLECTION,
                  document.filename(),
                  document.metadata().title(),
                  language,
                  document.metadata().tags(),
                  document.metadata().date(),
                  document.uploadedAt()),
              passages);
      List<float[]> vectors = new ArrayList<>();
      for (Passage passage : passages) {
        vectors.add(encoder.encodePassage(all.encodable(passage)));
      }
      index.putVectors(all, IndexedPassages.origin(encoder.manifest().fingerprint()), vectors);
      count += passages.size();
    }
    return count;
  }

  /** The server's settings, with other weights of the fields. */
  private record Boosted(IndexConfig server, Map<String, String> settings) implements IndexConfig {
    @Override
    public Path directory() {
      return server.directory();
    }

    @Override
    public boolean rebuild() {
      return false;
    }

    @Override
    public float titleBoost() {
      return number("title-boost", server.titleBoost());
    }

    @Override
    public float headingBoost() {
      return number("heading-boost", server.headingBoost());
    }

    @Override
    public float pairWeight() {
      return number("pair-weight", server.pairWeight());
    }

    @Override
    public float bm25K1() {
      return number("bm25-k1", server.bm25K1());
    }

    @Override
    public float bm25B() {
      return number("bm25-b", server.bm25B());
    }

    private float number(String name, float unset) {
      String value = settings.get(name);
      return value == null ? unset : Float.parseFloat(value);
    }
  }
}
