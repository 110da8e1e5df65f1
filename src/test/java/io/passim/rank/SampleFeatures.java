package io.passim.rank;

import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SampleDocuments;
import io.passim.evaluate.SquadDataset;
import io.passim.inference.TestReaders;
import io.passim.ingest.DocumentLibrary;
import io.passim.rank.FeatureLines.Asking;
import io.passim.read.PassageReader;
import io.passim.read.TestPassageReaders;
import io.passim.retrieve.PassageRetriever;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: the same as {@link CalibrationFeatures} of the questions about the samples,
 * as the server takes these in. How to run it is told in {@code models/training/README.md}.
 */
@QuarkusTest
@TestProfile(SampleDocuments.class)
class SampleFeatures {
  @Inject DatasetReader datasets;
  @Inject DocumentLibrary library;
  @Inject PassageRetriever retriever;

  @Test
  void write() throws IOException {
    SampleDocuments.awaitIn(library);
    PassageReader reader = TestPassageReaders.of(TestReaders.ofProperties());
    try (FeatureLines lines = new FeatureLines(retriever, reader)) {
      for (SquadDataset.Article article : datasets.read(SampleDocuments.QUESTIONS).articles()) {
        lines.ask(article, Asking.PRESENT, 1);
      }
    }
  }
}
