package io.passim.rank;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.DocumentScope;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.SquadScore;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.PassageRetriever;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks questions and writes a line of JSON for each, with the features of its first answers and
 * whether each is right, as {@code models/training/fit_calibration.py} reads them.
 */
final class FeatureLines implements Closeable {
  /** Asked of an article that is there, or that is not. */
  enum Asking {
    PRESENT,
    ABSENT
  }

  private static final int ANSWERS = 6;
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
  private final PassageRetriever retriever;
  private final PassageReader reader;
  private final BufferedWriter out;

  FeatureLines(PassageRetriever retriever, PassageReader reader) throws IOException {
    this.retriever = retriever;
    this.reader = reader;
    out = Files.newBufferedWriter(path("out"));
  }

  /** A path that must have been given as a system property. */
  static Path path(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property), "set -D" + property));
  }

  /** Asks every n-th question of an article. */
  void ask(SquadDataset.Article article, Asking asking, int every) throws IOException {
    for (int i = 0; i < article.questions().size(); i += every) {
      SquadDataset.Asked asked = article.questions().get(i);
      StandaloneQuestion question =
          new StandaloneQuestion(
              asked.text().strip(), asked.text(), DocumentScope.EVERYWHERE, FollowUp.NONE);
      Reading reading =
          reader.read(
              question,
              retriever.retrieve(question.text(), DocumentScope.EVERYWHERE).passages(),
              UNWATCHED);
      boolean answerable = asking == Asking.PRESENT && !asked.answers().isEmpty();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", asked.id());
      line.put("article", article.title());
      line.put(
          "kind", asking == Asking.ABSENT ? "absent" : answerable ? "answerable" : "unanswerable");
      line.put("passages", bestOfEachPassage(reading));
      line.put("answers", answers(question, reading, answerable, asked));
      out.write(json.writeValueAsString(line));
      out.write('\n');
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Score of the best answer in each passage that was read, best retrieved first. */
  private static List<Double> bestOfEachPassage(Reading reading) {
    Double[] best = new Double[reading.passagesRead()];
    for (CandidateSpan candidate : reading.candidates()) {
      int at = candidate.passage().rank() - 1;
      if (best[at] == null || candidate.score() > best[at]) {
        best[at] = candidate.score();
      }
    }
    return Arrays.asList(best);
  }

  private List<Map<String, Object>> answers(
      StandaloneQuestion question, Reading reading, boolean answerable, SquadDataset.Asked asked) {
    List<MergedAnswer> merged = MergedAnswer.merge(reading.candidates());
    AnswerFeatures features = new AnswerFeatures(question, merged);
    List<Map<String, Object>> answers = new ArrayList<>();
    for (MergedAnswer answer : merged.subList(0, Math.min(ANSWERS, merged.size()))) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("text", answer.best().text());
      fields.put(
          "right", answerable && SquadScore.of(answer.best().text(), asked.answers()).right());
      fields.put("rank", answer.best().passage().rank());
      fields.put("features", features.of(answer));
      answers.add(fields);
    }
    return answers;
  }
}
