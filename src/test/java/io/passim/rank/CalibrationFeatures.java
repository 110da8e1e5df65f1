package io.passim.rank;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.SquadScore;
import io.passim.evaluate.TestDatasets;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.inference.TestReaders;
import io.passim.question.FollowUp;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.read.TestPassageReaders;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.TestRetrievers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: writes what the calibrator is fitted on. How to run it is told in {@code
 * models/training/README.md}.
 *
 * <p>It indexes every paragraph of a data set among paragraphs of another, asks every question, and
 * writes one line of JSON per question with the features of its first answers and whether each is
 * right.
 */
class CalibrationFeatures {
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
  private final DatasetReader datasets = TestDatasets.reader();
  private final int passages = Integer.getInteger("passages", 10);
  private final PassageIndex index = TestIndexes.inMemory();
  private final PassageRetriever retriever =
      TestRetrievers.hybrid(index, TestEncoders.shipped(), passages);
  private final PassageReader reader =
      Boolean.getBoolean("exhaustive")
          ? TestPassageReaders.of(TestReaders.ofProperties(), passages)
          : TestPassageReaders.of(TestReaders.ofProperties());

  @Test
  void write() throws IOException {
    SquadDataset data = datasets.read(path("data"));
    data.articles().forEach(article -> add(article.title(), article.contexts()));
    int left = Integer.getInteger("distractor-paragraphs", 2000);
    for (SquadDataset.Article other : datasets.read(path("distractors")).articles()) {
      List<String> some = other.contexts().stream().limit(Math.min(5, left)).toList();
      add(other.title(), some);
      left -= some.size();
    }
    TestIndexes.addVectors(index, TestEncoders.shipped()::encodePassage);
    try (BufferedWriter out = Files.newBufferedWriter(path("out"))) {
      for (SquadDataset.Article article : data.articles()) {
        ask(article, "asked", Integer.getInteger("every", 1), out);
      }
      if (System.getProperty("absent") != null) {
        for (SquadDataset.Article article : datasets.read(path("absent")).articles()) {
          ask(article, "absent", Integer.getInteger("absent-every", 10), out);
        }
      }
    }
  }

  private static Path path(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property), "set -D" + property));
  }

  private void add(String title, List<String> paragraphs) {
    DocumentId id = new DocumentId("d_" + title);
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (String paragraph : paragraphs) {
      CharSpan span = new CharSpan(start, start + paragraph.length());
      passages.add(
          new Passage(
              id,
              passages.size(),
              span,
              List.of(new Page(1, span)),
              List.of(),
              paragraph,
              sentences(paragraph, start)));
      start = span.end() + 1;
    }
    index.put(
        new IndexedDocument(
            id, "squad", title, title.replace('_', ' '), "en", List.of(), null, Instant.EPOCH),
        passages);
  }

  private static List<CharSpan> sentences(String text, int offset) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    boundaries.setText(text);
    List<CharSpan> sentences = new ArrayList<>();
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      sentences.add(new CharSpan(start + offset, end + offset));
      start = end;
    }
    return sentences;
  }

  private void ask(SquadDataset.Article article, String kind, int every, BufferedWriter out)
      throws IOException {
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
      boolean answerable = kind.equals("asked") && !asked.answers().isEmpty();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", asked.id());
      line.put("article", article.title());
      line.put("kind", answerable ? "answerable" : kind.equals("asked") ? "unanswerable" : kind);
      line.put("passages", bestOfEachPassage(reading));
      line.put("answers", answers(question, reading, answerable, asked));
      out.write(json.writeValueAsString(line));
      out.write('\n');
    }
    out.flush();
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
