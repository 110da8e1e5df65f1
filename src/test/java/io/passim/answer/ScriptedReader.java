package io.passim.answer;

import io.passim.document.CharSpan;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader that takes whatever matches a pattern for an answer, with the same logits always. */
public record ScriptedReader(Pattern answer) implements PassageReader {
  @Override
  public ReaderIdentity identity() {
    return new ReaderIdentity("scripted", "0".repeat(64));
  }

  @Override
  public String fingerprint() {
    return "";
  }

  @Override
  public Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
    List<CandidateSpan> candidates = new ArrayList<>();
    int read = 0;
    for (RetrievedPassage passage : passages) {
      if (monitor.cancelled()) {
        throw new CancellationException("cancelled");
      }
      Matcher matcher = answer.matcher(passage.passage().text());
      while (matcher.find()) {
        CharSpan span = new CharSpan(matcher.start(), matcher.end());
        candidates.add(
            new CandidateSpan(passage, span.shift(passage.passage().span().start()), 5, 4, -1));
      }
      read++;
      monitor.progress(read, passages.size());
    }
    return new Reading(candidates, read);
  }

  /** The same, finding nothing for questions with a certain word. */
  public PassageReader deafTo(String word) {
    return new PassageReader() {
      @Override
      public ReaderIdentity identity() {
        return ScriptedReader.this.identity();
      }

      @Override
      public String fingerprint() {
        return ScriptedReader.this.fingerprint();
      }

      @Override
      public Reading read(
          StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
        return question.text().contains(word)
            ? new Reading(List.of(), passages.size())
            : ScriptedReader.this.read(question, passages, monitor);
      }

      @Override
      public List<QuestionTokenWeight> attribute(
          StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
        return ScriptedReader.this.attribute(question, candidate, monitor);
      }
    };
  }

  @Override
  public List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
    return List.of(new QuestionTokenWeight(question.text(), 1));
  }
}
