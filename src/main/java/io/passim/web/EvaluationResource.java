package io.passim.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.Evaluation;
import io.passim.evaluate.EvaluationComparison;
import io.passim.evaluate.EvaluationRequest;
import io.passim.evaluate.Evaluations;
import io.passim.evaluate.QuestionOutcome;
import io.passim.evaluate.SquadDataset;
import io.passim.web.mapping.ComparisonCsv;
import io.passim.web.mapping.ComparisonViews;
import io.passim.web.mapping.EvaluationCsv;
import io.passim.web.mapping.EvaluationViews;
import io.passim.web.protocol.EvaluationView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Evaluations: start, follow, read, compare, stop. */
@Path("/api/v1/evaluations")
@RunOnVirtualThread
public class EvaluationResource {
  private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

  private final Evaluations evaluations;
  private final DatasetReader datasets;

  EvaluationResource(Evaluations evaluations, DatasetReader datasets) {
    this.evaluations = evaluations;
    this.datasets = datasets;
  }

  /** Queues an evaluation of a dataset within the body, see {@link EvaluationBody}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<AcceptedView> start(InputStream body) {
    EvaluationBody asked = EvaluationBody.read(body, datasets);
    return queue(asked);
  }

  /**
   * Queues an evaluation of a dataset in a file.
   *
   * @param collectionIds where it is asked; its own contexts if absent
   * @param reader which reader answers; the server's if absent
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public RestResponse<AcceptedView> start(
      @RestForm @Nullable String name,
      @RestForm @Nullable List<String> collectionIds,
      @RestForm @Nullable String reader,
      @RestForm @Nullable FileUpload dataset) {
    boolean named = collectionIds != null && !collectionIds.isEmpty();
    return queue(
        new EvaluationBody(
            name,
            named ? collectionIds : null,
            reader,
            dataset == null ? null : read(dataset.uploadedFile())));
  }

  private RestResponse<AcceptedView> queue(EvaluationBody asked) {
    SquadDataset dataset = asked.dataset();
    if (dataset == null) {
      throw Problems.failure(
          400, "No dataset", "dataset_missing", "Send a dataset in SQuAD's format as \"dataset\".");
    }
    Evaluation queued =
        evaluations.submit(
            new EvaluationRequest(
                Objects.requireNonNullElse(asked.name(), ""),
                asked.collectionIds(),
                asked.reader(),
                dataset));
    return RestResponse.status(
        RestResponse.Status.ACCEPTED,
        new AcceptedView(queued.id(), EvaluationViews.of(queued).status()));
  }

  /** The newest first, without their longer lists. */
  @GET
  public List<EvaluationView> list() {
    return evaluations.list().stream().map(EvaluationViews::brief).toList();
  }

  @GET
  @Path("{id}")
  public EvaluationView get(@RestPath String id) {
    return EvaluationViews.of(find(id));
  }

  @GET
  @Path("{id}/predictions")
  public Map<String, String> predictions(@RestPath String id) {
    return EvaluationViews.predictions(evaluations.outcomes(find(id).id()));
  }

  /**
   * One row for each question.
   *
   * @param format {@code json} or {@code csv}; what the client accepts if absent
   */
  @GET
  @Path("{id}/questions")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  public Response questions(
      @RestPath String id, @RestQuery @Nullable String format, @Context HttpHeaders headers) {
    List<QuestionOutcome> outcomes = evaluations.outcomes(find(id).id());
    return written(
        format == null ? accepted(headers) : format,
        () -> outcomes.stream().map(EvaluationViews::of).toList(),
        () -> EvaluationCsv.of(outcomes),
        id);
  }

  /**
   * What differs from another evaluation.
   *
   * @param with the other's id
   * @param format {@code json} or {@code csv}; what the client accepts if absent
   */
  @GET
  @Path("{id}/comparison")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  public Response compare(
      @RestPath String id,
      @RestQuery @Nullable String with,
      @RestQuery @Nullable String format,
      @Context HttpHeaders headers) {
    EvaluationComparison comparison =
        evaluations
            .compare(id, Objects.requireNonNullElse(with, ""))
            .orElseThrow(EvaluationResource::missing);
    return written(
        format == null ? accepted(headers) : format,
        () -> ComparisonViews.of(comparison),
        () -> ComparisonCsv.of(comparison),
        id + "-" + comparison.there().id());
  }

  private static Response written(
      String format, Supplier<Object> json, Supplier<String> csv, String filename) {
    return switch (format) {
      case "json" -> Response.ok(json.get()).type(MediaType.APPLICATION_JSON_TYPE).build();
      case "csv" ->
          Response.ok(csv.get())
              .type(CSV)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + ".csv\"")
              .build();
      default ->
          throw Problems.failure(
              400, "Unknown format", "unknown_format", "The format is json or csv.");
    };
  }

  /** Ends it with the question in hand; what was measured until then is kept. */
  @POST
  @Path("{id}/cancel")
  public RestResponse<EvaluationView> cancel(@RestPath String id) {
    Evaluation ending = evaluations.cancel(id).orElseThrow(EvaluationResource::missing);
    return RestResponse.status(RestResponse.Status.ACCEPTED, EvaluationViews.of(ending));
  }

  /** Removes an evaluation; one that waits or runs is stopped first. */
  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    if (!evaluations.delete(id)) {
      throw missing();
    }
  }

  /** An evaluation that was queued. */
  public record AcceptedView(String id, String status) {}

  private Evaluation find(String id) {
    return evaluations.find(id).orElseThrow(EvaluationResource::missing);
  }

  private SquadDataset read(java.nio.file.Path file) {
    try (InputStream content = java.nio.file.Files.newInputStream(file)) {
      return datasets.read(content);
    } catch (JsonProcessingException e) {
      throw Problems.malformedJson();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String accepted(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return "json";
      }
      if (type.isCompatible(CSV)) {
        return "csv";
      }
    }
    return "json";
  }

  private static WebApplicationException missing() {
    return Problems.notFound("evaluation", "evaluation_not_found");
  }
}
