package io.passim.rank;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.DocumentScope;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.SquadScore;
import io.passim.evaluate.TestDatasets;
import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.PassageScore;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.ReaderModel;
import io.passim.inference.TestEncoders;
import io.passim.inference.TestReaders;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.read.TestPassageReaders;
import io.passim.retrieve.ArticleIndex;
import io.passim.retrieve.RetrievedPassage;
import io.passim.retrieve.TestRetrievers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: asks questions of an index of many articles, and writes what retrieval found
 * for each with words alone, vectors alone and both, what the reader made of it, and what the
 * ranker would answer and how sure it is, beside the same reader given the right passages and a
 * plain pipeline. The ranker's calibration is {@code -Dcalibration}, or else the reader's own. How
 * to run it is told in {@code models/training/README.md}.
 *
 * <p>The index is kept in {@code -Dindex} for the next run.
 */
class OpenCorpus {
  private static final int DEEPEST = 20;
  private static final int ANSWERS = 6;
  private static final PassageScore RIGHT = new PassageScore(1, null, List.of());
  private static final List<Integer> PASSAGES = List.of(1, 2, 5, 10, 15, 20);
  private static final List<Double> WEIGHTS = List.of(0.5, 1.0, 1.5, 1.75, 2.0, 3.0);
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
  private final AnswerRanker ranker =
      new CalibratedRanker(
          new RankSettings(Optional.empty(), OptionalDouble.empty()), calibration(model));
  private final boolean read = !Boolean.getBoolean("retrieval-only");
  private final boolean exhaustive = Boolean.getBoolean("exhaustive");
  private final PassageReader everything = TestPassageReaders.of(model, DEEPEST);
  private final PlainPipeline plain = new PlainPipeline(model);

  @Test
  void write() throws IOException {
    PassageIndex index = TestIndexes.onDisk(path("index"));
    List<Path> asked = paths("asked");
    for (Path file : paths("corpus")) {
      ArticleIndex.add(index, datasets.read(file));
    }
    for (Path file : asked) {
      ArticleIndex.add(index, datasets.read(file));
    }
    TestIndexes.addVectors(index, encoder);
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

  private static Calibration calibration(ReaderModel model) {
    String file = System.getProperty("calibration");
    Path models = Path.of(System.getProperty("models", "models"));
    String reader = System.getProperty("reader", model.manifest().name());
    return file == null
        ? ReaderCalibration.own(models.resolve(reader), model.manifest())
        : Calibration.read(Path.of(file));
  }

  private static Path path(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property), "set -D" + property));
  }

  private static List<Path> paths(String property) {
    String all = Objects.requireNonNull(System.getProperty(property), "set -D" + property);
    return List.of(all.split(",", -1)).stream().map(Path::of).toList();
  }

  private Map<String, Object> ask(
      PassageIndex index, Path file, SquadDataset.Article article, SquadDataset.Asked asked) {
    String text = asked.text().strip();
    StandaloneQuestion question =
        new StandaloneQuestion(text, text, DocumentScope.EVERYWHERE, FollowUp.NONE);
    List<PassageHit> hits =
        index
            .search(
                new PassageQuery(
                    text, TestIndexes.vector(encoder, text), DocumentScope.EVERYWHERE, 50))
            .hits();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", asked.id());
    line.put("file", file.getFileName().toString());
    line.put("article", article.title());
    line.put("question", text);
    line.put("answers", asked.answers());
    Map<String, Integer> ranks = new LinkedHashMap<>();
    ranks.put("lexical", ArticleIndex.rank(TestRetrievers.fuse(hits, 0, DEEPEST), article, asked));
    ranks.put("dense", ArticleIndex.rank(TestRetrievers.fuse(hits, 1e6, DEEPEST), article, asked));
    for (double weight : WEIGHTS) {
      ranks.put(
          String.format(Locale.ROOT, "hybrid %.2f", weight),
          ArticleIndex.rank(TestRetrievers.fuse(hits, weight, DEEPEST), article, asked));
    }
    line.put("ranks", ranks);
    if (read) {
      List<RetrievedPassage> passages = TestRetrievers.fuse(hits, TestRetrievers.DENSE_WEIGHT, 10);
      Reading reading = reader.read(question, passages, UNWATCHED);
      line.put("read", reading.passagesRead());
      line.put("found", answers(question, reading, asked));
      line.put("ranked", ranked(question, reading));
      line.put("plain", plain.answer(text, TestRetrievers.fuse(hits, 0, 10)));
      line.put("given", given(index, question, article, asked));
      if (exhaustive) {
        line.put("ofPassages", ofPassages(question, hits));
      }
    }
    return line;
  }

  /** All that the product would choose from, the surest first. */
  private List<Map<String, Object>> ranked(StandaloneQuestion question, Reading reading) {
    return ranker.rank(question, reading).answers().stream()
        .<Map<String, Object>>map(
            answer -> Map.of("text", answer.best().text(), "confidence", answer.confidence()))
        .toList();
  }

  /** What people would get if just so many passages were read, and all of them. */
  private Map<String, Object> ofPassages(StandaloneQuestion question, List<PassageHit> hits) {
    Reading all =
        everything.read(
            question, TestRetrievers.fuse(hits, TestRetrievers.DENSE_WEIGHT, DEEPEST), UNWATCHED);
    Map<String, Object> surest = new LinkedHashMap<>();
    for (int count : PASSAGES) {
      Reading some =
          new Reading(
              all.candidates().stream()
                  .filter(candidate -> candidate.passage().rank() <= count)
                  .toList(),
              Math.min(count, all.passagesRead()));
      surest.put(Integer.toString(count), ranked(question, some).stream().limit(1).toList());
    }
    return surest;
  }

  /** What the reader answers if it is given just the article's passages with a reference answer. */
  private String given(
      PassageIndex index,
      StandaloneQuestion question,
      SquadDataset.Article article,
      SquadDataset.Asked asked) {
    List<PassageHit> right =
        index.find(ArticleIndex.id(article)).orElseThrow().passages().stream()
            .filter(passage -> ArticleIndex.holdsAnswer(passage, asked))
            .limit(3)
            .map(passage ->
                new PassageHit(
                    index.find(ArticleIndex.id(article)).orElseThrow().document(), passage, RIGHT))
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
