package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import io.passim.evaluate.TestDatasets;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.inference.TestReaders;
import io.passim.rank.FeatureLines.Asking;
import io.passim.read.PassageReader;
import io.passim.read.TestPassageReaders;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.TestRetrievers;
import java.io.IOException;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    SquadDataset data = datasets.read(FeatureLines.path("data"));
    data.articles().forEach(article -> add(article.title(), article.contexts()));
    int left = Integer.getInteger("distractor-paragraphs", 2000);
    for (SquadDataset.Article other : datasets.read(FeatureLines.path("distractors")).articles()) {
      List<String> some = other.contexts().stream().limit(Math.min(5, left)).toList();
      add(other.title(), some);
      left -= some.size();
    }
    TestIndexes.addVectors(index, TestEncoders.shipped());
    try (FeatureLines lines = new FeatureLines(retriever, reader)) {
      for (SquadDataset.Article article : data.articles()) {
        lines.ask(article, Asking.PRESENT, Integer.getInteger("every", 1));
      }
      if (System.getProperty("absent") != null) {
        for (SquadDataset.Article article : datasets.read(FeatureLines.path("absent")).articles()) {
          lines.ask(article, Asking.ABSENT, Integer.getInteger("absent-every", 10));
        }
      }
    }
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
            id,
            "squad",
            title,
            title.replace('_', ' '),
            System.getProperty("language", "en"),
            List.of(),
            null,
            Instant.EPOCH),
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
}
