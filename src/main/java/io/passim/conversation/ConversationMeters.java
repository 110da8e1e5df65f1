package io.passim.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails.Timings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/**
 * Publishes what became of people's questions as {@code passim.questions.*} and {@code
 * passim.feedback}: what an evaluation asks is not among them. Safe for use by many threads.
 */
@ApplicationScoped
class ConversationMeters {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Upper bounds of the confidence's buckets, in steps of a tenth. */
  private static final double[] TENTHS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

  /** Upper bounds of a time's buckets. */
  private static final Duration[] TIMES = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;

  ConversationMeters(MeterRegistry registry) {
    this.registry = registry;
    // So that they are there before the first question.
    for (String outcome :
        new String[] {
          "answered", "unsure", "not_found", "curated", "stopped", "overloaded", "failed"
        }) {
      questions(outcome);
    }
    for (Feedback.Rating rating : Feedback.Rating.values()) {
      feedback(rating);
    }
    stages(new Timings(0, 0, 0, 0, 0, 0), false);
    confidence();
    notKept();
  }

  void answered(Answer answer) {
    switch (answer) {
      case Answer.Answered answered -> {
        questions("answered").increment();
        confidence().record(answered.answer().confidence());
      }
      case Answer.Unsure unsure -> {
        questions("unsure").increment();
        confidence().record(unsure.confidence());
      }
      case Answer.NotFound _ -> questions("not_found").increment();
      case Answer.Curated _ -> questions("curated").increment();
    }
    stages(answer.details().timings(), true);
  }

  /** Somebody has stopped the question, or gone. */
  void stopped() {
    questions("stopped").increment();
  }

  /** There was no place for the question. */
  void overloaded() {
    questions("overloaded").increment();
  }

  /** There was no room to keep the question and its answer. */
  void lost() {
    notKept().increment();
  }

  void failed() {
    questions("failed").increment();
  }

  void rated(Feedback.Rating rating) {
    feedback(rating).increment();
  }

  private Counter questions(String outcome) {
    return Counter.builder("passim.questions")
        .description("questions by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter notKept() {
    return Counter.builder("passim.questions.not.kept")
        .description("questions that were answered, but not kept because the disk is full")
        .register(registry);
  }

  private Counter feedback(Feedback.Rating rating) {
    return Counter.builder("passim.feedback")
        .description("ratings of answers")
        .tag("rating", rating.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private DistributionSummary confidence() {
    return DistributionSummary.builder("passim.questions.confidence")
        .description("confidence of the best candidate, whether it was given or not")
        .serviceLevelObjectives(TENTHS)
        .register(registry);
  }

  private void stages(Timings timings, boolean record) {
    time("understand", timings.understandMs(), record);
    time("curate", timings.curateMs(), record);
    time("retrieve", timings.retrieveMs(), record);
    time("read", timings.readMs(), record);
    time("rank", timings.rankMs(), record);
    time("all", timings.totalMs(), record);
  }

  private void time(String stage, double millis, boolean record) {
    Timer timer =
        Timer.builder("passim.questions.time")
            .description("time to answer, by stage; all is from first to last")
            .tag("stage", stage)
            .serviceLevelObjectives(TIMES)
            .register(registry);
    if (record) {
      timer.record(Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI)));
    }
  }
}
