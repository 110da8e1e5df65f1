package io.passim.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An encoder run by ONNX Runtime on the CPU, one text a run: the int8 graph scales activations by
 * their range over the whole run, so that a vector would depend on its company. Safe for use by
 * many threads; closed by one.
 *
 * <p>Inputs as a reader's; output {@code embedding}: float32 {@code [batch, dimension]}.
 */
final class OnnxEncoderModel implements EncoderModel, AutoCloseable {
  private static final String MODEL = "encoder";
  private static final String EMBEDDING = "embedding";
  private static final Duration RETRY = Duration.ofSeconds(1);

  /**
   * Of the squared length: a thousand times what rounding in float32 makes of it, and enough for a
   * graph that normalises in float16.
   */
  private static final double UNIT_TOLERANCE = 1e-3;

  private static final ThreadLocal<TensorBuffers> BUFFERS =
      ThreadLocal.withInitial(TensorBuffers::new);

  private final ModelManifest manifest;
  private final HuggingFaceTokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final OrtSession session;
  private final ThreadPoolExecutor questions;
  private final int dimensions;

  /** Read by whoever uses session and tokenizer, written by who closes them. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxEncoderModel(
      ModelFolder folder, HuggingFaceTokenizer tokenizer, OrtSession session, int queue) {
    this.manifest = folder.manifest();
    this.tokenizer = tokenizer;
    this.vocabulary = Vocabulary.read(folder.tokenizer());
    this.session = session;
    vocabulary.check(manifest);
    TokenizerProbe.check(manifest, tokenizer);
    this.dimensions = probe();
    int workers = Runtime.getRuntime().availableProcessors();
    this.questions =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(Math.max(1, queue)),
            Thread.ofPlatform().daemon().name("passim-encoder-", 0).factory());
  }

  /**
   * Loads and checks the configured encoder.
   *
   * @throws ModelLoadException if its folder is not what its manifest says
   */
  static OnnxEncoderModel open(InferenceConfig config) {
    ModelFolder folder = ModelFolder.open(config.modelsDirectory().resolve(config.encoder()));
    OrtSession session = OnnxSessions.open(folder, ModelSignature.ENCODER, Device.CPU, 1);
    try {
      HuggingFaceTokenizer tokenizer = tokenizer(folder);
      try {
        return new OnnxEncoderModel(folder, tokenizer, session, config.queue());
      } catch (RuntimeException | Error e) {
        tokenizer.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      close(session);
      throw e;
    }
  }

  private static HuggingFaceTokenizer tokenizer(ModelFolder folder) {
    String longest = Integer.toString(folder.manifest().maxLength());
    return OfflineTokenizers.open(
        folder.tokenizer(),
        Map.of(
            "truncation",
            "true",
            "padding",
            "false",
            "maxLength",
            longest,
            "modelMaxLength",
            longest));
  }

  /** Runs the longest text, with the highest id, and a short one; gives a vector's components. */
  private int probe() {
    long[] longest = new long[manifest.maxLength()];
    Arrays.fill(longest, manifest.maskTokenId());
    longest[longest.length - 1] = vocabulary.highestId();
    int found = probe(longest);
    long[] shortest = tokenizer.encode("a", true, false).getIds();
    int again = probe(shortest);
    if (again != found) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s gives %d tokens a vector of %d components and %d tokens one of %d; expected: as many"
                  + " whatever the text",
              manifest.name(),
              longest.length,
              found,
              shortest.length,
              again));
    }
    return found;
  }

  private int probe(long[] ids) {
    try {
      return run(ids).length;
    } catch (RuntimeException e) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s cannot encode %d tokens (its maxLength is %d) with ids up to %d (the highest of its %s"
                  + " is %d): %s",
              manifest.name(),
              ids.length,
              manifest.maxLength(),
              Arrays.stream(ids).max().orElse(0),
              manifest.tokenizer(),
              vocabulary.highestId(),
              e.getMessage()),
          e);
    }
  }

  @Override
  public ModelManifest manifest() {
    return manifest;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public float[] encodeQuestion(String question) {
    FutureTask<float[]> task = new FutureTask<>(() -> encode(manifest.questionPrefix() + question));
    try {
      questions.execute(task);
      return task.get();
    } catch (RejectedExecutionException | CancellationException e) {
      throw questions.isShutdown()
          ? OverloadedException.shuttingDown(MODEL)
          : new OverloadedException(MODEL, RETRY);
    } catch (InterruptedException e) {
      task.cancel(false);
      questions.remove(task);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof OverloadedException refused
          ? refused
          : new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
  }

  @Override
  public float[] encodePassage(String passage) {
    return encode(manifest.passagePrefix() + passage);
  }

  @Override
  public int places() {
    return questions.getActiveCount() + questions.getQueue().size();
  }

  private float[] encode(String text) {
    String safe = TokenizerText.of(text, vocabulary.special().keySet()).text();
    use.readLock().lock();
    try {
      if (closed) {
        throw OverloadedException.shuttingDown(MODEL);
      }
      return run(tokenizer.encode(safe, true, false).getIds());
    } finally {
      use.readLock().unlock();
    }
  }

  private float[] run(long[] ids) {
    try (TensorBuffers.Tensors inputs = BUFFERS.get().tensors(1, ids.length)) {
      for (String name : session.getInputNames()) {
        LongBuffer values = inputs.addLongs(name);
        for (long id : ids) {
          values.put(
              switch (name) {
                case "input_ids" -> id;
                case "attention_mask" -> 1;
                default -> 0;
              });
        }
      }
      try (OrtSession.Result result = session.run(inputs.byName())) {
        return requireUnit(((float[][]) result.get(EMBEDDING).orElseThrow().getValue())[0]);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
  }

  /** Dot products are taken for cosines: of longer vectors every text would be like every other. */
  private static float[] requireUnit(float[] vector) {
    double squared = 0;
    for (float component : vector) {
      squared += (double) component * component;
    }
    if (Double.isNaN(squared) || Math.abs(squared - 1) > UNIT_TOLERANCE) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the encoder gave a vector of %d components whose length is %s; expected: 1",
              vector.length,
              Math.sqrt(squared)));
    }
    return vector;
  }

  /** Waits for the runs in progress, on whichever thread, and refuses what has not begun. */
  @Override
  public void close() {
    for (Runnable waiting : questions.shutdownNow()) {
      ((Future<?>) waiting).cancel(false);
    }
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        close(session);
        tokenizer.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not be closed: " + e.getMessage(), e);
    }
  }
}
