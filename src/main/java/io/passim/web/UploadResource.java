package io.passim.web;

import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Tags;
import io.passim.ingest.CollectionLibrary;
import io.passim.ingest.DocumentLibrary;
import io.passim.ingest.Submission;
import io.passim.ingest.Upload;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.DocumentView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The documents of a collection: upload, list, follow. */
@Path("/api/v1/collections/{id}")
public class UploadResource {
  private final CollectionLibrary collections;
  private final DocumentLibrary documents;

  UploadResource(CollectionLibrary collections, DocumentLibrary documents) {
    this.collections = collections;
    this.documents = documents;
  }

  /**
   * Takes files in: one or more parts of that name in the form. Answers {@code 202} with a document
   * per part, in part order, once every original is durably stored; a part that is refused has
   * status {@code failed} and its problem. If the disk refuses one, none is kept.
   *
   * @param folder where the files lie, such as {@code policies/2026}
   * @param tags what they are filed under
   * @param replaces the document whose new version the one file is
   */
  @POST
  @Path("documents")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RunOnVirtualThread
  public RestResponse<List<DocumentView>> upload(
      @RestPath String id,
      @RestForm("file") @Nullable List<FileUpload> files,
      @RestForm @Nullable String folder,
      @RestForm @Nullable List<@Nullable String> tags,
      @RestForm @Nullable String replaces) {
    requireCollection(id);
    if (files == null || files.isEmpty()) {
      throw Problems.failure(
          400, "No file", "file_missing", "Send one or more parts named \"file\".");
    }
    DocumentId replaced = replaces == null || replaces.isBlank() ? null : new DocumentId(replaces);
    if (replaced != null && files.size() > 1) {
      throw Problems.failure(
          400,
          "More than one file",
          "replaces_invalid",
          "One file can be the new version of a document, not several.");
    }
    List<String> filed = tags(tags);
    String path = Objects.requireNonNullElse(folder, "");
    List<Upload> uploads =
        files.stream()
            .map(file ->
                new Upload(
                    new Submission(file.fileName(), path, filed, replaced), file.uploadedFile()))
            .toList();
    return RestResponse.status(
        RestResponse.Status.ACCEPTED,
        documents.submit(id, uploads).stream().map(DocumentViews::of).toList());
  }

  @GET
  @Path("documents")
  @RunOnVirtualThread
  public List<DocumentView> list(@RestPath String id) {
    requireCollection(id);
    return documents.documents(id).stream().map(DocumentViews::of).toList();
  }

  /**
   * Each change of a document as a server-sent event, unfinished documents first; an event {@code
   * deleted} with its id when it is gone.
   */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @RunOnVirtualThread
  public Multi<OutboundSseEvent> events(@RestPath String id, @Context Sse sse) {
    requireCollection(id);
    return DocumentEventStream.of(documents, id, sse);
  }

  /** The tags of the documents of a collection, most used first. */
  @GET
  @Path("tags")
  @RunOnVirtualThread
  public List<TagView> tags(@RestPath String id) {
    requireCollection(id);
    Map<String, Long> counts =
        documents.documents(id).stream()
            .filter(document -> document.status() != DocumentStatus.SUPERSEDED)
            .flatMap(document -> document.metadata().tags().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(tag -> new TagView(tag.getKey(), tag.getValue()))
        .toList();
  }

  /** A tag and how many documents have it. */
  public record TagView(String tag, long documents) {}

  private static List<String> tags(@Nullable List<@Nullable String> tags) {
    List<@Nullable String> given = Objects.requireNonNullElse(tags, List.of());
    return Tags.normalise(given)
        .orElseThrow(() -> Problems.failure(400, "Tags", "metadata_invalid", Tags.RULE));
  }

  private void requireCollection(String id) {
    if (collections.find(id).isEmpty()) {
      throw Problems.notFound("collection", "collection_not_found");
    }
  }
}
