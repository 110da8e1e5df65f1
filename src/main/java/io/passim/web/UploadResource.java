package io.passim.web;

import io.passim.document.Document;
import io.passim.ingest.CollectionLibrary;
import io.passim.ingest.DocumentLibrary;
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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
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
   * status {@code failed} and its problem.
   */
  @POST
  @Path("documents")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RunOnVirtualThread
  public RestResponse<List<DocumentView>> upload(
      @RestPath String id, @RestForm("file") @Nullable List<FileUpload> files) {
    requireCollection(id);
    if (files == null || files.isEmpty()) {
      throw Problems.failure(
          400, "No file", "file_missing", "Send one or more parts named \"file\".");
    }
    List<DocumentView> views = new ArrayList<>();
    for (FileUpload file : files) {
      views.add(DocumentViews.of(submit(id, file)));
    }
    return RestResponse.status(RestResponse.Status.ACCEPTED, views);
  }

  @GET
  @Path("documents")
  @RunOnVirtualThread
  public List<DocumentView> list(@RestPath String id) {
    requireCollection(id);
    return documents.documents(id).stream().map(DocumentViews::of).toList();
  }

  /** Each change of a document as a server-sent event, unfinished documents first. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  @RunOnVirtualThread
  public Multi<DocumentView> events(@RestPath String id) {
    requireCollection(id);
    return EventStream.of(listener ->
        documents.subscribe(id, document -> listener.accept(DocumentViews.of(document))));
  }

  private Document submit(String collectionId, FileUpload file) {
    try (InputStream content = Files.newInputStream(file.uploadedFile())) {
      return documents.submit(collectionId, file.fileName(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireCollection(String id) {
    if (collections.find(id).isEmpty()) {
      throw Problems.notFound("collection", "collection_not_found");
    }
  }
}
