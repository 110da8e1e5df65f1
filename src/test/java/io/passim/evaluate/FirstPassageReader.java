package io.passim.evaluate;

import io.passim.answer.ScriptedReader;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.regex.Pattern;

/** Stops after the first passage. */
record FirstPassageReader(String pattern) implements PassageReader {
  @Override
  public ReaderIdentity identity() {
    return new ReaderIdentity("hasty", "0".repeat(64));
  }

  @Override
  public String fingerprint() {
    return "";
  }

  @Override
  public Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
    return new ScriptedReader(Pattern.compile(pattern))
        .read(question, passages.subList(0, 1), monitor);
  }

  @Override
  public List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
    return List.of();
  }
}
