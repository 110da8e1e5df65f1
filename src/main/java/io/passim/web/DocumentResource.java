package io.passim.web;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.ingest.DocumentLibrary;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.DocumentTextView;
import io.passim.web.protocol.DocumentView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** One document: its record, its text, its original. */
@Path("/api/v1/documents/{id}")
@RunOnVirtualThread
public class DocumentResource {
  private final DocumentLibrary documents;

  DocumentResource(DocumentLibrary documents) {
    this.documents = documents;
  }

  @GET
  public DocumentView get(@RestPath String id) {
    return DocumentViews.of(find(id));
  }

  /** Deletes the document; when this returns the next question cannot find it. */
  @DELETE
  public void delete(@RestPath String id) {
    if (!documents.delete(find(id).id())) {
      throw notFound();
    }
  }

  /** The normalised text that offsets refer to. */
  @GET
  @Path("text")
  public DocumentTextView text(@RestPath String id) {
    Document document = find(id);
    return documents
        .text(document.id())
        .map(DocumentViews::of)
        .orElseThrow(() ->
            Problems.failure(
                404, "No text", "text_not_available", "The document has no text yet."));
  }

  /**
   * The bytes as they were uploaded, for saving: a browser never renders them here, whatever is
   * written in them.
   */
  @GET
  @Path("content")
  public Response content(@RestPath String id) {
    Document document = find(id);
    java.nio.file.Path original =
        documents
            .original(document.id())
            .orElseThrow(() ->
                Problems.failure(
                    404, "No original", "original_not_kept", "The original was not kept."));
    return Response.ok(original)
        .type(document.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document.filename()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .build();
  }

  private Document find(String id) {
    return Optional.of(id)
        .filter(value -> !value.isBlank())
        .flatMap(value -> documents.document(new DocumentId(value)))
        .orElseThrow(DocumentResource::notFound);
  }

  private static WebApplicationException notFound() {
    return Problems.notFound("document", "document_not_found");
  }

  /** The file's name after RFC 6266, with whatever characters it has. */
  private static String attachment(String filename) {
    String encoded =
        URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
