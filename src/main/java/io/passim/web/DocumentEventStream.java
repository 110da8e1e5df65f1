package io.passim.web;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.ingest.DocumentLibrary;
import io.passim.ingest.DocumentListener;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.DeletedDocumentView;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.Consumer;

/** What becomes of the documents of a collection, as server-sent events. */
final class DocumentEventStream implements DocumentListener {
  private final Sse sse;
  private final Consumer<OutboundSseEvent> events;

  private DocumentEventStream(Sse sse, Consumer<OutboundSseEvent> events) {
    this.sse = sse;
    this.events = events;
  }

  static Multi<OutboundSseEvent> of(DocumentLibrary documents, String collectionId, Sse sse) {
    return EventStream.of(
        events -> documents.subscribe(collectionId, new DocumentEventStream(sse, events)));
  }

  @Override
  public void changed(Document document) {
    events.accept(event(DocumentViews.of(document)).build());
  }

  /** Under a name of its own, which clients that know only documents do not hear. */
  @Override
  public void deleted(DocumentId id) {
    events.accept(event(new DeletedDocumentView(id.value())).name("deleted").build());
  }

  private OutboundSseEvent.Builder event(Object data) {
    return sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE).data(data);
  }
}
