package io.passim.retrieve;

import io.passim.document.DocumentScope;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.TestDatasets;
import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.QuestionVector;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.TestEncoders;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.ingest.passage.PassageWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: how well settings of {@code passim.index} and {@code passim.retrieve} find
 * the right passage of many articles, side by side. For each row of settings it prints recall at 1,
 * 5, 20 and the mean reciprocal rank, in percent, by words alone and by both. It asks every {@code
 * -Devery}-th answerable question from {@code -Dfirst} on, so that what was fitted on some can be
 * measured on others. {@code -Dcorpus} takes data sets in first, analysed in {@code -Dlanguage} and
 * cut into windows of {@code -Dwords} with {@code -Doverlap} sentences of the one before, without
 * vectors if {@code -Dwords-only}. How to run it is told in {@code models/training/README.md}.
 */
class RetrievalFit {
  private static final int DEEPEST = 20;

  private record Asked(
      SquadDataset.Article article, SquadDataset.Asked question, QuestionVector vector) {}

  private final DatasetReader datasets = TestDatasets.reader();
  private final EncoderModel encoder = TestEncoders.shipped();

  @Test
  void compare() throws Exception {
    fill();
    List<Asked> asked = questions();
    System.out.println(asked.size() + " questions");
    for (String row : property("rows").split(";", -1)) {
      Map<String, String> settings = settings(row);
      double dense = take(settings, "dense-weight", TestRetrievers.DENSE_WEIGHT);
      int candidates = (int) take(settings, "candidates", 50);
      PassageIndex index = TestIndexes.onDisk(Path.of(property("index")), settings);
      Figures words = new Figures();
      Figures both = new Figures();
      for (Asked each : asked) {
        String text = each.question.text().strip();
        List<PassageHit> hits =
            index
                .search(new PassageQuery(text, each.vector, DocumentScope.EVERYWHERE, candidates))
                .hits();
        words.add(
            ArticleIndex.rank(TestRetrievers.fuse(hits, 0, DEEPEST), each.article, each.question));
        both.add(
            ArticleIndex.rank(
                TestRetrievers.fuse(hits, dense, DEEPEST), each.article, each.question));
      }
      ((AutoCloseable) index).close();
      System.out.println(row.strip() + " | words " + words + " | both " + both);
    }
  }

  /** Takes in what the index is to hold and does not yet. */
  private void fill() throws Exception {
    String corpus = System.getProperty("corpus", "");
    PassageWindows windows =
        new PassageWindows(
            Integer.getInteger("words", PassageWindows.SHIPPED.words()),
            Integer.getInteger("overlap", PassageWindows.SHIPPED.overlap()));
    PassageIndex index = TestIndexes.onDisk(Path.of(property("index")));
    for (String file : corpus.isEmpty() ? new String[0] : corpus.split(",", -1)) {
      ArticleIndex.add(
          index,
          datasets.read(Path.of(file)),
          System.getProperty("language", "en"),
          new PassageSplitter(windows));
    }
    if (!Boolean.getBoolean("words-only")) {
      TestIndexes.addVectors(index, encoder);
    }
    System.out.println(index.passages(DocumentScope.EVERYWHERE) + " passages");
    ((AutoCloseable) index).close();
  }

  private List<Asked> questions() throws IOException {
    int every = Integer.getInteger("every", 8);
    int first = Integer.getInteger("first", 0);
    int number = 0;
    List<Asked> asked = new ArrayList<>();
    for (String file : property("asked").split(",", -1)) {
      for (SquadDataset.Article article : datasets.read(Path.of(file)).articles()) {
        for (SquadDataset.Asked question : article.questions()) {
          if (!question.answers().isEmpty() && number++ % every == first) {
            asked.add(
                new Asked(article, question, TestIndexes.vector(encoder, question.text().strip())));
          }
        }
      }
    }
    return asked;
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), "set -D" + name);
  }

  private static Map<String, String> settings(String row) {
    Map<String, String> settings = new HashMap<>();
    for (String setting : row.strip().split("\\s+", -1)) {
      if (!setting.isEmpty()) {
        settings.put(
            setting.substring(0, setting.indexOf('=')),
            setting.substring(setting.indexOf('=') + 1));
      }
    }
    return settings;
  }

  private static double take(Map<String, String> settings, String name, double unset) {
    String value = settings.remove(name);
    return value == null ? unset : Double.parseDouble(value);
  }

  private static final class Figures {
    private static final List<Integer> DEPTHS = List.of(1, 5, 20);
    private final int[] found = new int[DEPTHS.size()];
    private double reciprocal;
    private int all;

    void add(int rank) {
      all++;
      for (int i = 0; i < found.length; i++) {
        found[i] += rank > 0 && rank <= DEPTHS.get(i) ? 1 : 0;
      }
      reciprocal += rank > 0 ? 1.0 / rank : 0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.1f %.1f %.1f %.1f",
          100.0 * found[0] / all,
          100.0 * found[1] / all,
          100.0 * found[2] / all,
          100 * reciprocal / all);
    }
  }
}
