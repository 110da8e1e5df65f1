package io.passim.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.answer.AnswerDetails.Provenance;
import io.passim.store.EvaluationRecords.EvaluationRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Evaluations and their parts as they are stored. Pure. */
final class EvaluationArchive {
  private static final JsonMapper JSON = new JsonMapper();

  private EvaluationArchive() {}

  static EvaluationRow row(Evaluation evaluation) {
    return new EvaluationRow(
        evaluation.id(),
        evaluation.name(),
        evaluation.collectionIds(),
        evaluation.reader(),
        evaluation.datasetSha256(),
        evaluation.status().name(),
        evaluation.problem(),
        evaluation.questions(),
        evaluation.asked(),
        evaluation.provenance() == null ? null : encode(evaluation.provenance()),
        evaluation.report() == null ? null : encode(evaluation.report()),
        evaluation.createdAt(),
        evaluation.startedAt(),
        evaluation.finishedAt());
  }

  static Evaluation evaluation(EvaluationRow row) {
    return new Evaluation(
        row.id(),
        row.name(),
        row.collectionIds(),
        row.reader(),
        row.datasetSha256(),
        EvaluationStatus.valueOf(row.status()),
        row.problem(),
        row.questions(),
        row.asked(),
        decode(row.provenance(), new TypeReference<Provenance>() {}),
        decode(row.report(), new TypeReference<EvaluationReport>() {}),
        row.createdAt(),
        row.startedAt(),
        row.finishedAt(),
        null,
        null);
  }

  static String outcome(QuestionOutcome outcome) {
    return encode(outcome);
  }

  static QuestionOutcome outcome(String stored) {
    try {
      return JSON.readValue(stored, QuestionOutcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored of a question is unreadable", e);
    }
  }

  static byte[] dataset(SquadDataset dataset) {
    try {
      return JSON.writeValueAsBytes(dataset);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a dataset cannot be stored", e);
    }
  }

  /** Tells datasets apart, lower-case hexadecimal. */
  static String sha256(byte[] dataset) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dataset));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static SquadDataset dataset(Path file) {
    try {
      return JSON.readValue(file.toFile(), SquadDataset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encode(Object part) {
    try {
      return JSON.writeValueAsString(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an evaluation cannot be stored", e);
    }
  }

  private static <T> @Nullable T decode(@Nullable String stored, TypeReference<T> type) {
    try {
      return stored == null ? null : JSON.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored evaluation is unreadable", e);
    }
  }
}
