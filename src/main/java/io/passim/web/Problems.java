package io.passim.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.passim.conversation.ConversationNotFoundException;
import io.passim.conversation.DuplicateAskException;
import io.passim.conversation.InvalidQuestionException;
import io.passim.curate.CuratedRefusedException;
import io.passim.document.DamagedTextException;
import io.passim.document.DiskFull;
import io.passim.evaluate.EvaluationQueueFullException;
import io.passim.evaluate.InvalidEvaluationException;
import io.passim.inference.OverloadedException;
import io.passim.ingest.CollectionNotFoundException;
import io.passim.ingest.CollectionRefusedException;
import io.passim.ingest.DocumentRefusedException;
import io.passim.review.ReviewRefusedException;
import io.passim.web.protocol.ProblemView;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Errors as RFC 9457 problems. */
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  /** An evaluation takes minutes. */
  private static final int EVALUATION_SECONDS = 60;

  private static final String MEDIA_TYPE = "application/problem+json";

  private final DiskFull diskFull;

  Problems(DiskFull diskFull) {
    this.diskFull = diskFull;
  }

  /** A problem as the whole response, for resources that answer with it themselves. */
  static WebApplicationException failure(int status, String title, String code, String detail) {
    return new WebApplicationException(response(status, title, code, detail));
  }

  static WebApplicationException notFound(String what, String code) {
    return failure(404, "Not found", code, "There is no such " + what + ".");
  }

  @ServerExceptionMapper
  Response invalidQuestion(InvalidQuestionException e) {
    String code = e.problem().code();
    int status = code.equals("collection_not_found") ? 404 : 400;
    return response(status, "The question cannot be asked", code, e.problem().detail());
  }

  @ServerExceptionMapper
  Response noCollection(CollectionNotFoundException e) {
    return response(404, "Collection not found", e.problem().code(), e.problem().detail());
  }

  @ServerExceptionMapper
  Response refusedCollection(CollectionRefusedException e) {
    String code = e.problem().code();
    int status =
        switch (code) {
          case "collection_exists", "collection_watched" -> 409;
          default -> 400;
        };
    return response(
        status, "The collection cannot be created or changed", code, e.problem().detail());
  }

  @ServerExceptionMapper
  Response refusedDocument(DocumentRefusedException e) {
    int status = e.problem().code().endsWith("_invalid") ? 400 : 409;
    return response(
        status, "The document cannot be changed", e.problem().code(), e.problem().detail());
  }

  @ServerExceptionMapper
  Response refusedCurated(CuratedRefusedException e) {
    String code = e.problem().code();
    int status =
        switch (code) {
          case "collection_not_found", "document_not_found" -> 404;
          case "document_deleted" -> 410;
          case "curated_exists",
              "curated_changed",
              "curated_full",
              "citation_mismatch",
              "document_superseded",
              "document_duplicate",
              "document_not_ready" ->
              409;
          default -> 400;
        };
    return response(status, "The answer cannot be pinned", code, e.problem().detail());
  }

  @ServerExceptionMapper
  Response refusedReview(ReviewRefusedException e) {
    int status = e.problem().code().equals("dataset_full") ? 409 : 400;
    return response(
        status, "The question cannot be reviewed so", e.problem().code(), e.problem().detail());
  }

  @ServerExceptionMapper
  Response invalidEvaluation(InvalidEvaluationException e) {
    String code = e.problem().code();
    int status =
        switch (code) {
          case "collection_not_found", "reader_not_found" -> 404;
          case "evaluation_final", "evaluation_not_done", "reader_unusable" -> 409;
          case "too_large" -> 413;
          default -> 400;
        };
    return response(status, "The evaluation cannot be done", code, e.problem().detail());
  }

  @ServerExceptionMapper
  Response fullQueue(EvaluationQueueFullException e) {
    return Response.fromResponse(
            response(
                503, "Overloaded", "overloaded", "Too many evaluations wait. Try again later."))
        .header(HttpHeaders.RETRY_AFTER, EVALUATION_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response overloaded(OverloadedException e) {
    return Response.fromResponse(
            response(
                503,
                "Overloaded",
                OverloadedException.PROBLEM.code(),
                OverloadedException.PROBLEM.detail()))
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()))
        .build();
  }

  @ServerExceptionMapper
  Response noConversation(ConversationNotFoundException e) {
    return response(404, "Conversation not found", "conversation_not_found", message(e));
  }

  @ServerExceptionMapper
  Response askedBefore(DuplicateAskException e) {
    return response(409, "Asked before", "question_asked_before", message(e));
  }

  @ServerExceptionMapper
  Response stopped(CancellationException e) {
    return response(409, "Stopped", "question_stopped", "The question was stopped.");
  }

  /** The framework has a mapper of its own for this one, so it is named here. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return malformed();
  }

  /** A body that a resource reads itself is not JSON. */
  static WebApplicationException malformedJson() {
    return new WebApplicationException(malformed());
  }

  private static Response malformed() {
    return response(
        400, "Malformed JSON", "malformed_json", "The body is not JSON of the expected shape.");
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException) {
      return malformed();
    }
    Response response = e.getResponse();
    if (response.hasEntity()) {
      return response;
    }
    Response.StatusType status = response.getStatusInfo();
    String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    return response(
        status.getStatusCode(), status.getReasonPhrase(), code, status.getReasonPhrase() + ".");
  }

  @ServerExceptionMapper
  Response damagedText(DamagedTextException e) {
    LOG.error("A stored text is damaged", e);
    return response(
        500,
        "Text damaged",
        "text_damaged",
        "What was kept of the text of this document is damaged. Read the document again.");
  }

  @ServerExceptionMapper
  Response unexpected(Exception e) {
    if (diskFull.isBehind(e)) {
      LOG.error("The disk is full", e);
      return response(507, "Disk full", DiskFull.PROBLEM.code(), DiskFull.PROBLEM.detail());
    }
    LOG.error("A request failed", e);
    return response(
        500, "Internal error", "internal_error", "The server could not do this; its log says why.");
  }

  private static Response response(int status, String title, String code, String detail) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(ProblemView.of(status, title, code, detail))
        .build();
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }
}
