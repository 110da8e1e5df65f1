package io.passim.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reader's graph in ONNX Runtime. Shared by the workers, each of which runs it through its own
 * {@link #runner}.
 */
final class OnnxReaderSession implements AutoCloseable {
  /** Sessions that are open now. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final OrtSession session;
  private final ModelManifest manifest;
  private final Device device;

  private OnnxReaderSession(OrtSession session, ModelManifest manifest, Device device) {
    this.session = session;
    this.manifest = manifest;
    this.device = device;
    OPEN.incrementAndGet();
  }

  /** How many are open now: that of the server's reader, and of another while it is compared. */
  static int open() {
    return OPEN.get();
  }

  /**
   * Loads the graph.
   *
   * @param threads on the CPU: the calling one, and those that help all runs together
   * @throws ModelLoadException if the graph cannot be loaded or is no reader as its manifest says
   */
  static OnnxReaderSession open(ModelFolder folder, Device device, int threads) {
    return new OnnxReaderSession(
        OnnxSessions.open(folder, ModelSignature.READER, device, threads),
        folder.manifest(),
        device);
  }

  /** Where it runs. */
  Device device() {
    return device;
  }

  /** What one worker runs windows with. */
  WindowRunner runner() {
    return new OnnxWindowRunner(
        session, Set.copyOf(session.getInputNames()), manifest.padTokenId());
  }

  /** Call it once no run is in progress. */
  @Override
  public void close() {
    try {
      session.close();
      OPEN.decrementAndGet();
    } catch (OrtException e) {
      throw new IllegalStateException("the reader could not be closed: " + e.getMessage(), e);
    }
  }
}
