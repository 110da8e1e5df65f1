package io.passim.inference;

import io.passim.document.CharSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A reader run by ONNX Runtime. */
final class OnnxReaderModel implements ReaderModel, AutoCloseable {
  private final ModelManifest manifest;
  private final WindowTokenizer tokenizer;
  private final OnnxReaderSession session;
  private final InferencePool pool;

  private OnnxReaderModel(
      ModelManifest manifest,
      WindowTokenizer tokenizer,
      OnnxReaderSession session,
      InferencePool pool) {
    this.manifest = manifest;
    this.tokenizer = tokenizer;
    this.session = session;
    this.pool = pool;
  }

  /**
   * Loads and checks the configured reader.
   *
   * @throws ModelLoadException if its folder is not what its manifest says
   */
  static OnnxReaderModel open(InferenceConfig config) {
    Path directory = config.modelsDirectory().resolve(config.reader());
    ModelFolder folder = ModelFolder.open(directory);
    WindowSize size = WindowSize.of(config, folder.manifest());
    int threads = config.threads().orElseGet(Runtime.getRuntime()::availableProcessors);
    InferencePool pool = new InferencePool(config.workers(), config.queue());
    OnnxReaderSession session = OnnxReaderSession.open(folder, threads);
    try {
      WindowTokenizer tokenizer = WindowTokenizer.open(folder.tokenizer(), size);
      ReaderProbe.check(folder.manifest(), tokenizer, session::run);
      return new OnnxReaderModel(folder.manifest(), tokenizer, session, pool);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public ModelManifest manifest() {
    return manifest;
  }

  @Override
  public ReaderLease lease(BooleanSupplier cancelled) {
    return new Lease(pool.enter(cancelled));
  }

  /** Waits for the runs in progress. */
  @Override
  public void close() {
    pool.close();
    session.close();
    tokenizer.close();
  }

  private final class Lease implements ReaderLease {
    private final InferencePool.Place place;

    private Lease(InferencePool.Place place) {
      this.place = place;
    }

    @Override
    public List<TokenWindow> encode(String question, List<String> passages) {
      return place.call(() -> tokenizer.encode(question, passages));
    }

    @Override
    public List<WindowLogits> run(List<TokenWindow> windows) {
      return place.call(() -> session.run(windows));
    }

    @Override
    public TokenWindow occlude(TokenWindow window, CharSpan word) {
      return window.withQuestionWord(word, manifest.maskTokenId());
    }

    @Override
    public void close() {
      place.close();
    }
  }
}
