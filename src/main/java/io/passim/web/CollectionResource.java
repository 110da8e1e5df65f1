package io.passim.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.DocumentCollection;
import io.passim.ingest.CollectionLibrary;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.CollectionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Collections: list, create, change, delete. */
@Path("/api/v1/collections")
@RunOnVirtualThread
public class CollectionResource {
  private final CollectionLibrary collections;
  private final QuestionAnswerer answerer;

  CollectionResource(CollectionLibrary collections, QuestionAnswerer answerer) {
    this.collections = collections;
    this.answerer = answerer;
  }

  @GET
  public List<CollectionView> list() {
    return collections.collections().stream().map(this::view).toList();
  }

  @POST
  public RestResponse<CollectionView> create(@Nullable CollectionBody body) {
    CollectionBody wanted = Objects.requireNonNullElse(body, CollectionBody.EMPTY);
    DocumentCollection created =
        collections.create(
            wanted.id(), Objects.requireNonNullElse(wanted.name(), ""), wanted.language());
    return RestResponse.ResponseBuilder.<CollectionView>created(
            URI.create("/api/v1/collections/" + created.id()))
        .entity(view(created))
        .build();
  }

  /**
   * Renames a collection or chooses its threshold, which decides from the next question on.
   *
   * @param change what is left out stays; {@code null} for the threshold gives it the server's own
   */
  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public CollectionView change(@RestPath String id, @Nullable JsonNode change) {
    return collections
        .change(id, CollectionChangeBody.change(change))
        .map(this::view)
        .orElseThrow(() -> Problems.notFound("collection", "collection_not_found"));
  }

  /** Deletes a collection with all its documents. */
  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    if (!collections.delete(id)) {
      throw Problems.notFound("collection", "collection_not_found");
    }
  }

  private CollectionView view(DocumentCollection collection) {
    return DocumentViews.of(collection, answerer.threshold());
  }

  /**
   * A collection to create.
   *
   * @param id made from the name if absent
   * @param language ISO 639 code of most of its documents, if they have one
   */
  public record CollectionBody(
      @Nullable String id, @Nullable String name, @Nullable String language) {
    static final CollectionBody EMPTY = new CollectionBody(null, null, null);
  }
}
