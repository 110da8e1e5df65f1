package io.passim.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.passim.document.CharSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A reader run by ONNX Runtime. Safe for use by many threads; closed by one. */
final class OnnxReaderModel implements LoadedReader {
  private static final Logger LOG = Logger.getLogger(OnnxReaderModel.class);

  /** In which readings that are dropped at the end give back their places. */
  private static final Duration LAST_READINGS = Duration.ofSeconds(1);

  private final ModelManifest manifest;
  private final WindowTokenizer tokenizer;
  private final OnnxReaderSession session;
  private final EngineSize size;
  private final Runnable beforeRun;
  private final ReaderCounters counters = new ReaderCounters();
  private final WindowScheduler scheduler;

  private OnnxReaderModel(
      ModelManifest manifest,
      WindowTokenizer tokenizer,
      OnnxReaderSession session,
      EngineSize size,
      int queue,
      Runnable beforeRun) {
    this.manifest = manifest;
    this.tokenizer = tokenizer;
    this.session = session;
    this.size = size;
    this.beforeRun = beforeRun;
    this.scheduler = new WindowScheduler(size.workers(), queue, size.batching(), this::runner);
  }

  /**
   * Loads and checks the configured reader.
   *
   * @throws ModelLoadException if its folder is not what its manifest says
   */
  static OnnxReaderModel open(InferenceConfig config) {
    Path directory = config.modelsDirectory().resolve(config.reader());
    ModelFolder folder = ModelFolder.open(directory);
    warnOfIgnored(config, folder.manifest());
    return open(config, folder, () -> {});
  }

  private static void warnOfIgnored(InferenceConfig config, ModelManifest manifest) {
    if (config.batchTokens().isPresent() && runsAlone(manifest)) {
      LOG.warnf(
          "passim.inference.batch-tokens does nothing: windows of %s run alone, since it is quantised"
              + " dynamically",
          manifest.name());
    }
  }

  private static boolean runsAlone(ModelManifest manifest) {
    return manifest.batching() == ModelManifest.Batching.ALONE;
  }

  /**
   * Loads and checks a reader, on as much of the machine as is configured.
   *
   * @param beforeRun called by a worker before each run
   * @throws ModelLoadException if its graph or tokenizer is not what its manifest says
   */
  static OnnxReaderModel open(InferenceConfig config, ModelFolder folder, Runnable beforeRun) {
    ModelManifest manifest = folder.manifest();
    WindowSize window = WindowSize.of(config, manifest);
    WindowTokenizer tokenizer = WindowTokenizer.open(folder.tokenizer(), window);
    try {
      OnnxReaderSession session =
          new DeviceChoice(config.device(), obstacle(config, manifest))
              .open(
                  () -> open(config, folder, Device.CPU, tokenizer).close(),
                  device -> open(config, folder, device, tokenizer));
      try {
        EngineSize size = size(config, manifest, session.device());
        return new OnnxReaderModel(manifest, tokenizer, session, size, config.queue(), beforeRun);
      } catch (RuntimeException | Error e) {
        session.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      tokenizer.close();
      throw e;
    }
  }

  /**
   * Opens the graph and reads the longest windows there, so that a device too small is found. A GPU
   * computes something of an id or a position that the graph does not have, which the CPU refuses:
   * what is to run there is read on the CPU first.
   */
  private static OnnxReaderSession open(
      InferenceConfig config, ModelFolder folder, Device device, WindowTokenizer tokenizer) {
    EngineSize size = size(config, folder.manifest(), device);
    OnnxReaderSession session = OnnxReaderSession.open(folder, device, size.poolThreads());
    try {
      ReaderProbe.check(folder.manifest(), tokenizer, session.runner()::run);
      return session;
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private static EngineSize size(InferenceConfig config, ModelManifest manifest, Device device) {
    return EngineSize.of(config, manifest, device, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Why a GPU is not tried. A graph with dynamic quantisation, whose windows run alone and whose
   * operators a GPU mostly lacks, goes there only if it is asked for.
   */
  private static Optional<String> obstacle(InferenceConfig config, ModelManifest manifest) {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      return Optional.of("this build has no CUDA; build with ./mvnw -Pcuda");
    }
    return runsAlone(manifest) && config.device() == DeviceChoice.Wanted.AUTO
        ? Optional.of(
            manifest.name()
                + " is quantised for CPUs; take another reader, or passim.inference.device=cuda to"
                + " try it on the GPU all the same")
        : Optional.empty();
  }

  private WindowRunner runner() {
    WindowRunner runner = session.runner();
    return windows -> {
      beforeRun.run();
      long start = System.nanoTime();
      try {
        List<WindowLogits> logits = runner.run(windows);
        counters.ran(windows, since(start));
        return logits;
      } catch (RuntimeException | Error e) {
        counters.failed(since(start));
        throw e;
      }
    };
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public ModelManifest manifest() {
    return manifest;
  }

  @Override
  public Device device() {
    return session.device();
  }

  @Override
  public ReaderLease lease(BooleanSupplier cancelled, boolean background) {
    return new Lease(scheduler.enter(cancelled, background));
  }

  @Override
  public ReaderStatistics statistics() {
    return counters.statistics();
  }

  @Override
  public int places() {
    return scheduler.held();
  }

  @Override
  public int foregroundPlaces() {
    return scheduler.heldInForeground();
  }

  /** Waits for the runs in progress, and says who has not given back a place. */
  @Override
  public void close() {
    scheduler.close();
    List<String> holders = scheduler.holders(LAST_READINGS);
    if (!holders.isEmpty()) {
      LOG.warnf("places at the reader that nobody gave back: %s", holders);
    }
    session.close();
    tokenizer.close();
  }

  private List<TokenWindow> encode(
      WindowTokenizer.Question question, List<String> passages, int from) {
    // Whoever waits here for another worker to do it does nothing meanwhile.
    counters.tokenised(question.bound());
    long start = System.nanoTime();
    try {
      return tokenizer.encode(question, passages).stream()
          .map(window -> new TokenWindow(from + window.passage(), window.tokens()))
          .toList();
    } finally {
      counters.tokenised(since(start));
    }
  }

  private final class Lease implements ReaderLease {
    private final WindowScheduler.Place place;
    private WindowTokenizer.Question asked = tokenizer.question("");

    private Lease(WindowScheduler.Place place) {
      this.place = place;
    }

    @Override
    public List<TokenWindow> encode(String question, List<String> passages) {
      if (!asked.text().equals(question)) {
        asked = tokenizer.question(question);
      }
      WindowTokenizer.Question same = asked;
      int share = Math.ceilDiv(passages.size(), size.workers());
      List<Callable<List<TokenWindow>>> parts = new ArrayList<>();
      for (int i = 0; i < passages.size(); i += share) {
        int from = i;
        List<String> part = passages.subList(from, Math.min(from + share, passages.size()));
        parts.add(() -> OnnxReaderModel.this.encode(same, part, from));
      }
      return place.call(parts).stream().flatMap(List::stream).toList();
    }

    @Override
    public int sideBySide() {
      return size.batching().isLone()
          ? Math.max(1, size.workers() / place.sharing())
          : Integer.MAX_VALUE;
    }

    @Override
    public List<WindowLogits> run(List<TokenWindow> windows, Consumer<TokenWindow> read) {
      return place.read(windows, index -> read.accept(windows.get(index)));
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
