package io.passim.rank;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.SquadScore;
import io.passim.evaluate.TestDatasets;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.ReaderModel;
import io.passim.inference.TestEncoders;
import io.passim.inference.TestReaders;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.read.TestPassageReaders;
import io.passim.retrieve.RetrievedPassage;
import io.passim.retrieve.TestRetrievers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: asks questions of an index of many articles, and writes what retrieval found
 * for each with words alone, vectors alone and both, and what the reader made of it, beside the
 * same reader given the right passages and a plain pipeline. How to run it is told in {@code
 * models/training/README.md}.
 *
 * <p>Every article is a document that is cut into passages as an upload is. A passage is right if
 * it is of the question's article and holds a reference answer. The index is kept in {@code
 * -Dindex} for the next run.
 */
class OpenCorpus {
  private static final int DEEPEST = 20;
  private static final int ANSWERS = 6;
  private static final List<Double> WEIGHTS = List.of(0.5, 1.0, 1.5, 2.0, 3.0, 4.0);
  private static final ReadingMonitor UNWATCHED =
      new ReadingMonitor() {
        @Override
        public void progress(int done, int total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  private final ObjectMapper json = new ObjectMapper();
  private final DatasetReader datasets = TestDatasets.reader();
  private final EncoderModel encoder = TestEncoders.shipped();
  private final ReaderModel model = TestReaders.ofProperties();
  private final PassageReader reader = TestPassageReaders.of(model);
  private final boolean read = !Boolean.getBoolean("retrieval-only");
  private final PlainPipeline plain = new PlainPipeline(model);

  @Test
  void write() throws IOException {
    PassageIndex index = TestIndexes.onDisk(path("index"));
    List<Path> asked = paths("asked");
    for (Path file : paths("corpus")) {
      add(index, datasets.read(file));
    }
    for (Path file : asked) {
      add(index, datasets.read(file));
    }
    TestIndexes.addVectors(index, encoder::encodePassage);
    System.out.println("passages: " + index.passages(DocumentScope.EVERYWHERE));
    try (BufferedWriter out = Files.newBufferedWriter(path("out"))) {
      int every = Integer.getInteger("every", 1);
      int number = 0;
      for (Path file : asked) {
        for (SquadDataset.Article article : datasets.read(file).articles()) {
          for (SquadDataset.Asked question : article.questions()) {
            if (number++ % every == 0) {
              out.write(json.writeValueAsString(ask(index, file, article, question)));
              out.write('\n');
            }
          }
        }
        out.flush();
      }
    }
  }

  private static Path path(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property), "set -D" + property));
  }

  private static List<Path> paths(String property) {
    String all = Objects.requireNonNull(System.getProperty(property), "set -D" + property);
    return List.of(all.split(",", -1)).stream().map(Path::of).toList();
  }

  private static void add(PassageIndex index, SquadDataset data) {
    Set<DocumentId> there = index.documents();
    PassageSplitter splitter = new PassageSplitter();
    for (SquadDataset.Article article : data.articles()) {
      DocumentId id = id(article);
      if (!there.contains(id)) {
        String text = String.join("\n\n", article.contexts());
        Page page = new Page(1, new CharSpan(0, text.length()));
        index.put(
            new IndexedDocument(
                id,
                "squad",
                article.title(),
                article.title().replace('_', ' '),
                "en",
                List.of(),
                null,
                Instant.EPOCH),
            splitter.split(id, new DocumentText(text, List.of(page), List.of(), List.of()), "en"));
      }
    }
  }

  private static DocumentId id(SquadDataset.Article article) {
    return new DocumentId("d_" + Integer.toHexString(article.title().hashCode()));
  }

  private Map<String, Object> ask(
      PassageIndex index, Path file, SquadDataset.Article article, SquadDataset.Asked asked) {
    String text = asked.text().strip();
    StandaloneQuestion question =
        new StandaloneQuestion(text, text, DocumentScope.EVERYWHERE, FollowUp.NONE);
    List<PassageHit> hits =
        index
            .search(
                new PassageQuery(text, encoder.encodeQuestion(text), DocumentScope.EVERYWHERE, 50))
            .hits();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", asked.id());
    line.put("file", file.getFileName().toString());
    line.put("article", article.title());
    line.put("question", text);
    line.put("answers", asked.answers());
    Map<String, Integer> ranks = new LinkedHashMap<>();
    ranks.put("lexical", rank(TestRetrievers.fuse(hits, 0, DEEPEST), article, asked));
    ranks.put("dense", rank(TestRetrievers.fuse(hits, 1e6, DEEPEST), article, asked));
    for (double weight : WEIGHTS) {
      ranks.put(
          String.format(Locale.ROOT, "hybrid %.1f", weight),
          rank(TestRetrievers.fuse(hits, weight, DEEPEST), article, asked));
    }
    line.put("ranks", ranks);
    if (read) {
      List<RetrievedPassage> passages = TestRetrievers.fuse(hits, 1.5, 10);
      Reading reading = reader.read(question, passages, UNWATCHED);
      line.put("read", reading.passagesRead());
      line.put("found", answers(question, reading, asked));
      line.put("plain", plain.answer(text, TestRetrievers.fuse(hits, 0, 10)));
      line.put("given", given(index, question, article, asked));
    }
    return line;
  }

  /** Where the first right passage stands, from 1; 0 if nowhere. */
  private static int rank(
      List<RetrievedPassage> passages, SquadDataset.Article article, SquadDataset.Asked asked) {
    return passages.stream()
        .filter(passage -> passage.document().id().equals(id(article)))
        .filter(passage -> holdsAnswer(passage.passage(), asked))
        .mapToInt(RetrievedPassage::rank)
        .findFirst()
        .orElse(0);
  }

  private static boolean holdsAnswer(Passage passage, SquadDataset.Asked asked) {
    return asked.answers().stream().anyMatch(passage.text()::contains);
  }

  /** What the reader answers if it is given just the article's passages with a reference answer. */
  private String given(
      PassageIndex index,
      StandaloneQuestion question,
      SquadDataset.Article article,
      SquadDataset.Asked asked) {
    List<PassageHit> right =
        index.find(id(article)).orElseThrow().passages().stream()
            .filter(passage -> holdsAnswer(passage, asked))
            .limit(3)
            .map(passage ->
                new PassageHit(
                    index.find(id(article)).orElseThrow().document(), passage, 1, null, List.of()))
            .toList();
    return right.isEmpty()
        ? ""
        : reader.read(question, TestRetrievers.fuse(right, 0, 3), UNWATCHED).candidates().stream()
            .findFirst()
            .map(CandidateSpan::text)
            .orElse("");
  }

  private static List<Map<String, Object>> answers(
      StandaloneQuestion question, Reading reading, SquadDataset.Asked asked) {
    List<MergedAnswer> merged = MergedAnswer.merge(reading.candidates());
    AnswerFeatures features = new AnswerFeatures(question, merged);
    List<Map<String, Object>> answers = new ArrayList<>();
    for (MergedAnswer answer : merged.subList(0, Math.min(ANSWERS, merged.size()))) {
      RetrievedPassage passage = answer.best().passage();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("text", answer.best().text());
      fields.put("right", SquadScore.of(answer.best().text(), asked.answers()).right());
      fields.put("rank", passage.rank());
      fields.put("lexical", passage.lexical());
      fields.put("dense", Objects.requireNonNullElse(passage.dense(), 0.0));
      fields.put("null", answer.best().nullLogit());
      fields.put("features", features.of(answer));
      answers.add(fields);
    }
    return answers;
  }
}
