package io.passim.web;

import io.passim.answer.OtherReaders;
import io.passim.web.mapping.ModelViews;
import io.passim.web.protocol.ModelView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The readers that an evaluation can ask for. */
@Path("/api/v1/models")
public class ModelResource {
  private final OtherReaders readers;

  ModelResource(OtherReaders readers) {
    this.readers = readers;
  }

  /** By name, the server's and those that cannot be used among them. */
  @GET
  @RunOnVirtualThread
  public List<ModelView> list() {
    return readers.list().stream().map(ModelViews::of).toList();
  }
}
