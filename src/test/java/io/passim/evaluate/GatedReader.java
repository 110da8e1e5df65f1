package io.passim.evaluate;

import io.passim.answer.QuestionAnswerer;
import io.passim.answer.ScriptedReader;
import io.passim.answer.TestAnswerers;
import io.passim.index.PassageIndex;
import io.passim.inference.OverloadedException;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.RetrievedPassage;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A reader that answers as many questions as it is let. */
final class GatedReader implements PassageReader {
  private static final int ALL = 1_000_000;

  private final ScriptedReader answers = new ScriptedReader(Pattern.compile("80 metres"));
  private final Semaphore let = new Semaphore(0);
  private final AtomicInteger refusals = new AtomicInteger();
  private final TreeSet<Integer> priorities = new TreeSet<>();
  private boolean askedInForeground;

  QuestionAnswerer answerer(PassageIndex index) {
    return TestAnswerers.reading(index, this, 0.9);
  }

  /** Lets so many more questions be answered. */
  void let(int questions) {
    let.release(questions);
  }

  /** Lets all questions be answered. */
  void open() {
    let.release(ALL);
  }

  /** Has no place for so many questions. */
  void overloaded(int questions) {
    refusals.set(questions);
  }

  /** Whether a person has asked. */
  synchronized boolean askedInForeground() {
    return askedInForeground;
  }

  /** Priorities of the threads that asked. */
  synchronized List<Integer> priorities() {
    return List.copyOf(priorities);
  }

  @Override
  public ReaderIdentity identity() {
    return answers.identity();
  }

  @Override
  public String fingerprint() {
    return "";
  }

  @Override
  public Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
    synchronized (this) {
      priorities.add(Thread.currentThread().getPriority());
      askedInForeground |= !monitor.background();
    }
    if (refusals.getAndDecrement() > 0) {
      throw new OverloadedException("reader", Duration.ofMillis(20));
    }
    try {
      while (!let.tryAcquire(5, TimeUnit.MILLISECONDS)) {
        if (monitor.cancelled()) {
          throw new CancellationException("cancelled");
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answers.read(question, passages, monitor);
  }

  @Override
  public List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
    return List.of();
  }
}
