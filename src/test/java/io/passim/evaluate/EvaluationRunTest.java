package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.answer.AnswerDetails.Provenance;
import io.passim.evaluate.Evaluation.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far a run has come, and what it is at. */
class EvaluationRunTest {
  private static final Provenance MADE = new Provenance("r", "0", null, 1, "0", "0");

  private final EvaluationRun run = new EvaluationRun("e_1");

  @Test
  void encodingCountsFromTheStart() {
    Evaluation started = started(null);
    assertEquals(Optional.of(Stage.ENCODING), run.in(started).stage());
    assertEquals(0, run.in(started).progress());
    run.encoding(12);
    run.encoded();
    assertNull(run.in(started).timeLeft(), "not known before some have been encoded");
    for (int i = 0; i < 2; i++) {
      run.encoded();
    }
    assertEquals(Optional.of(Stage.ENCODING), run.in(started).stage());
    assertEquals(0.1875, run.in(started).progress(), "of 12 passages and 4 questions");
    assertNotNull(run.in(started).timeLeft());
    for (int i = 0; i < 9; i++) {
      run.encoded();
    }
    run.asking();
    assertEquals(Optional.of(Stage.ASKING), run.in(started).stage());
    assertEquals(0.75, run.in(started).progress());
    assertNull(run.in(started).timeLeft(), "not known before some questions have been asked");
    for (int i = 0; i < 3; i++) {
      run.asked(MADE);
    }
    assertEquals(0.9375, run.in(started).progress());
    assertNotNull(run.in(started).timeLeft());
  }

  @Test
  void inCollectionsThereIsNothingToEncode() {
    Evaluation started = started(List.of("c"));
    run.asking();
    assertEquals(Optional.of(Stage.ASKING), run.in(started).stage());
    run.asked(MADE);
    assertEquals(0.25, run.in(started).progress());
    Evaluation ended = run.in(started).ended(EvaluationStatus.CANCELLED, null, null, Instant.EPOCH);
    assertEquals(Optional.empty(), ended.stage());
  }

  private static Evaluation started(@Nullable List<String> collections) {
    return Evaluation.queued("e_1", "N", collections, null, "0", 4, Instant.EPOCH)
        .started(Instant.EPOCH);
  }
}
