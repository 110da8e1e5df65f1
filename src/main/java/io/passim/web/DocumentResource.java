package io.passim.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.ingest.DocumentLibrary;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.DocumentTextView;
import io.passim.web.protocol.DocumentView;
import io.passim.web.protocol.PageWordsView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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

  /**
   * Changes title, author, date or tags; the next question meets the change.
   *
   * @param change what is left out stays; {@code null} for author or date removes it
   */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  public DocumentView edit(@RestPath String id, @Nullable JsonNode change) {
    return documents
        .edit(find(id).id(), MetadataBody.change(change))
        .map(DocumentViews::of)
        .orElseThrow(() -> missing(id));
  }

  /** Takes a failed document in again; of a ready one, makes a new version of its original. */
  @POST
  @Path("ingest")
  public RestResponse<DocumentView> ingest(@RestPath String id) {
    Document queued = documents.ingestAgain(find(id).id()).orElseThrow(() -> missing(id));
    return RestResponse.status(RestResponse.Status.ACCEPTED, DocumentViews.of(queued));
  }

  /** Ends the ingest: the document fails with {@code cancelled}, and its original is kept. */
  @DELETE
  @Path("ingest")
  public DocumentView cancel(@RestPath String id) {
    return documents.cancel(find(id).id()).map(DocumentViews::of).orElseThrow(() -> missing(id));
  }

  /** Deletes the document; when this returns the next question cannot find it. */
  @DELETE
  public void delete(@RestPath String id) {
    if (!documents.delete(find(id).id())) {
      throw missing(id);
    }
  }

  /** The normalised text that offsets refer to. */
  @GET
  @Path("text")
  public DocumentTextView text(@RestPath String id) {
    Document document = find(id);
    return documents
        .text(document.id())
        .map(text -> DocumentViews.of(text, documents.pagesWithWords(document.id())))
        .orElseThrow(DocumentResource::withoutText);
  }

  /**
   * Where the words stand on a page that text recognition has read; none on one with a text of its
   * own.
   *
   * @param number of the page, counted from 1
   */
  @GET
  @Path("pages/{number}/words")
  public PageWordsView words(@RestPath String id, @RestPath int number) {
    Document document = find(id);
    if (document.pages() == 0) {
      throw withoutText();
    }
    if (number < 1 || number > document.pages()) {
      throw Problems.notFound("page", "page_not_found");
    }
    return DocumentViews.of(number, documents.words(document.id(), number));
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

  private static WebApplicationException withoutText() {
    return Problems.failure(404, "No text", "text_not_available", "The document has no text yet.");
  }

  private Document find(String id) {
    return Optional.of(id)
        .filter(value -> !value.isBlank())
        .flatMap(value -> documents.document(new DocumentId(value)))
        .orElseThrow(() -> missing(id));
  }

  private WebApplicationException missing(String id) {
    return !id.isBlank() && documents.wasDeleted(new DocumentId(id))
        ? Problems.failure(410, "Deleted", "document_deleted", "The document has been deleted.")
        : Problems.notFound("document", "document_not_found");
  }

  /** The file's name after RFC 6266, with whatever characters it has. */
  private static String attachment(String filename) {
    String encoded =
        URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
