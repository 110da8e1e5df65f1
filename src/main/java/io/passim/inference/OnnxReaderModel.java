package io.passim.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.passim.document.CharSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A reader run by ONNX Runtime. Safe for use by many threads; closed by one. */
final class OnnxReaderModel implements LoadedReader {
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
    return open(config, ModelFolder.open(directory), () -> {});
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
    int cores = Runtime.getRuntime().availableProcessors();
    WindowTokenizer tokenizer = WindowTokenizer.open(folder.tokenizer(), window);
    try {
      OnnxReaderSession session =
          new DeviceChoice(config.device(), usable(config, manifest))
              .open(device ->
                  open(folder, device, EngineSize.of(config, manifest, device, cores), tokenizer));
      EngineSize size = EngineSize.of(config, manifest, session.device(), cores);
      return new OnnxReaderModel(manifest, tokenizer, session, size, config.queue(), beforeRun);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** Opens the graph and reads the longest windows there, so that a device too small is found. */
  private static OnnxReaderSession open(
      ModelFolder folder, Device device, EngineSize size, WindowTokenizer tokenizer) {
    OnnxReaderSession session = OnnxReaderSession.open(folder, device, size.poolThreads());
    try {
      ReaderProbe.check(folder.manifest(), tokenizer, session.runner()::run);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Devices that may be chosen. A graph with dynamic quantisation, whose windows run alone and
   * whose operators a GPU mostly lacks, goes there only if it is asked for.
   */
  private static Set<Device> usable(InferenceConfig config, ModelManifest manifest) {
    boolean quantised = manifest.batching() == ModelManifest.Batching.ALONE;
    boolean gpu =
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)
            && !(quantised && config.device() == DeviceChoice.Wanted.AUTO);
    return gpu ? Set.of(Device.CPU, Device.CUDA) : Set.of(Device.CPU);
  }

  private WindowRunner runner() {
    WindowRunner runner = session.runner();
    return windows -> {
      beforeRun.run();
      long start = System.nanoTime();
      List<WindowLogits> logits = runner.run(windows);
      counters.ran(windows, Duration.ofNanos(System.nanoTime() - start));
      return logits;
    };
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
  public ReaderLease lease(BooleanSupplier cancelled) {
    return new Lease(scheduler.enter(cancelled));
  }

  @Override
  public ReaderStatistics statistics() {
    return counters.statistics();
  }

  @Override
  public int places() {
    return scheduler.held();
  }

  /** Waits for the runs in progress. */
  @Override
  public void close() {
    scheduler.close();
    session.close();
    tokenizer.close();
  }

  private List<TokenWindow> encode(String question, List<String> passages, int from) {
    long start = System.nanoTime();
    List<TokenWindow> windows =
        tokenizer.encode(question, passages).stream()
            .map(window -> new TokenWindow(from + window.passage(), window.tokens()))
            .toList();
    counters.tokenised(Duration.ofNanos(System.nanoTime() - start));
    return windows;
  }

  private final class Lease implements ReaderLease {
    private final WindowScheduler.Place place;

    private Lease(WindowScheduler.Place place) {
      this.place = place;
    }

    @Override
    public List<TokenWindow> encode(String question, List<String> passages) {
      int share = Math.ceilDiv(passages.size(), size.workers());
      List<Callable<List<TokenWindow>>> parts = new ArrayList<>();
      for (int i = 0; i < passages.size(); i += share) {
        int from = i;
        List<String> part = passages.subList(from, Math.min(from + share, passages.size()));
        parts.add(() -> OnnxReaderModel.this.encode(question, part, from));
      }
      return place.call(parts).stream().flatMap(List::stream).toList();
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
