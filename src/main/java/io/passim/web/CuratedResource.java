package io.passim.web;

import io.passim.curate.CuratedAnswer;
import io.passim.curate.CuratedLibrary;
import io.passim.web.mapping.CuratedViews;
import io.passim.web.protocol.CuratedBody;
import io.passim.web.protocol.CuratedView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Curated answers: list, pin, change, unpin. */
@Path("/api/v1/curated")
@RunOnVirtualThread
public class CuratedResource {
  private final CuratedLibrary curated;

  CuratedResource(CuratedLibrary curated) {
    this.curated = curated;
  }

  /** Oldest first; those that are stale are not given. */
  @GET
  public List<CuratedView> list() {
    return curated.list().stream().map(CuratedViews::of).toList();
  }

  @POST
  public RestResponse<CuratedView> pin(@Nullable CuratedBody body) {
    CuratedAnswer pinned = curated.pin(CuratedViews.draft(body));
    return RestResponse.ResponseBuilder.<CuratedView>created(
            URI.create("/api/v1/curated/" + pinned.id()))
        .entity(CuratedViews.of(pinned))
        .build();
  }

  @GET
  @Path("{id}")
  public CuratedView get(@RestPath String id) {
    return curated.find(id).map(CuratedViews::of).orElseThrow(CuratedResource::notFound);
  }

  /** Replaces all of it, if a revision is given only that one. */
  @PUT
  @Path("{id}")
  public CuratedView put(@RestPath String id, @Nullable CuratedBody body) {
    return curated
        .replace(id, body == null ? null : body.revision(), CuratedViews.draft(body))
        .map(CuratedViews::of)
        .orElseThrow(CuratedResource::notFound);
  }

  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    if (!curated.unpin(id)) {
      throw notFound();
    }
  }

  private static RuntimeException notFound() {
    return Problems.notFound("curated answer", "curated_not_found");
  }
}
