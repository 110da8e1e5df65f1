package io.passim.web;

import io.passim.ingest.DocumentLibrary;
import io.passim.ingest.IndexRestoration;
import io.passim.ingest.IngestConfig;
import io.passim.ingest.IngestStatus;
import io.passim.web.mapping.DocumentViews;
import io.passim.web.protocol.DocumentView.ReasonView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The queue of documents of all collections. */
@Path("/api/v1/ingest")
public class IngestResource {
  private final DocumentLibrary documents;
  private final IndexRestoration restoration;
  private final long maxFileBytes;

  IngestResource(DocumentLibrary documents, IndexRestoration restoration, IngestConfig config) {
    this.documents = documents;
    this.restoration = restoration;
    maxFileBytes = config.maxFileSize().asLongValue();
  }

  @GET
  @RunOnVirtualThread
  public IngestView get() {
    IngestStatus status = documents.status();
    Duration left = status.timeLeft();
    return new IngestView(
        status.waiting(),
        status.running(),
        status.bytesLeft(),
        status.bytesPerSecond(),
        status.pagesPerSecond(),
        left == null ? null : left.toSeconds(),
        status.withoutVectors(),
        restoration.underWay(),
        DocumentViews.reason(status.stalled()),
        maxFileBytes);
  }

  /**
   * What is being taken in.
   *
   * @param waiting documents that nobody works on yet
   * @param running documents that are being taken in
   * @param bytesLeft of the originals of both
   * @param bytesPerSecond of the last minutes, null if unknown
   * @param pagesPerSecond likewise
   * @param secondsLeft at that rate, null if unknown
   * @param withoutVectors passages that words find and vectors do not yet
   * @param restoring whether a lost index is being filled again from the stored texts
   * @param stalled what documents wait for that the server lacks, such as room on its disk; null if
   *     they only wait for their turn
   * @param maxFileBytes what a file may have; a larger one is read to that and refused
   */
  public record IngestView(
      int waiting,
      int running,
      long bytesLeft,
      @Nullable Double bytesPerSecond,
      @Nullable Double pagesPerSecond,
      @Nullable Long secondsLeft,
      int withoutVectors,
      boolean restoring,
      @Nullable ReasonView stalled,
      long maxFileBytes) {}
}
