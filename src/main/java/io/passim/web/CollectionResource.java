package io.passim.web;

import io.passim.document.DocumentCollection;
import io.passim.ingest.CollectionLibrary;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.CollectionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Collections: list, create, delete. */
@Path("/api/v1/collections")
@RunOnVirtualThread
public class CollectionResource {
  private final CollectionLibrary collections;

  CollectionResource(CollectionLibrary collections) {
    this.collections = collections;
  }

  @GET
  public List<CollectionView> list() {
    return collections.collections().stream().map(DocumentViews::of).toList();
  }

  @POST
  public RestResponse<CollectionView> create(@Nullable CollectionBody body) {
    CollectionBody wanted = Objects.requireNonNullElse(body, CollectionBody.EMPTY);
    DocumentCollection created =
        collections.create(
            wanted.id(), Objects.requireNonNullElse(wanted.name(), ""), wanted.language());
    return RestResponse.ResponseBuilder.<CollectionView>created(
            URI.create("/api/v1/collections/" + created.id()))
        .entity(DocumentViews.of(created))
        .build();
  }

  /** Deletes a collection with all its documents. */
  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    if (!collections.delete(id)) {
      throw Problems.notFound("collection", "collection_not_found");
    }
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
