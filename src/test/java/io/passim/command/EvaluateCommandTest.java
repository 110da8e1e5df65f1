package io.passim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.evaluate.Evaluation;
import io.passim.evaluate.Evaluation.Encoding;
import io.passim.evaluate.EvaluationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluateCommandTest {
  @Test
  void progressSaysWhatIsDoneAndHowLongTheRestTakes() {
    assertEquals("30 of 100 questions", progress(null, null));
    assertEquals("30 of 100 questions, 59 s left", progress(Duration.ofSeconds(59), null));
    assertEquals("30 of 100 questions, 2 min left", progress(Duration.ofSeconds(130), null));
    assertEquals("30 of 100 questions, 2 h 5 min left", progress(Duration.ofMinutes(125), null));
    assertEquals(
        "7 of 9 passages encoded, 1 s left", progress(Duration.ofSeconds(1), new Encoding(9, 7)));
  }

  private static String progress(@Nullable Duration left, @Nullable Encoding encoding) {
    return EvaluateCommand.progress(
        new Evaluation(
            "e_1",
            "March",
            encoding == null ? List.of("c") : null,
            null,
            null,
            EvaluationStatus.RUNNING,
            null,
            100,
            30,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            left,
            encoding));
  }
}
