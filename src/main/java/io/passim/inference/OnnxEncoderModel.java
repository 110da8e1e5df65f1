package io.passim.inference;

import ai.djl.huggingface.tokenizers.Encoding;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An encoder run by ONNX Runtime on the CPU, one text a run: the int8 graph scales activations by
 * their range over the whole run, so that a vector would depend on its company. Safe for use by
 * many threads; closed by one.
 *
 * <p>Inputs as a reader's; output {@code embedding}: float32 {@code [batch, dimension]}.
 */
final class OnnxEncoderModel implements EncoderModel, AutoCloseable {
  private static final String EMBEDDING = "embedding";
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final ThreadLocal<TensorBuffers> BUFFERS =
      ThreadLocal.withInitial(TensorBuffers::new);

  private final ModelManifest manifest;
  private final HuggingFaceTokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final OrtSession session;
  private final ThreadPoolExecutor questions;
  private final int dimensions;

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
      } catch (RuntimeException e) {
        tokenizer.close();
        throw e;
      }
    } catch (RuntimeException e) {
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

  /** Runs the longest text and the highest id once, and says how many components a vector has. */
  private int probe() {
    long[] ids = new long[manifest.maxLength()];
    Arrays.fill(ids, manifest.maskTokenId());
    ids[ids.length - 1] = vocabulary.highestId();
    try {
      return run(ids).length;
    } catch (RuntimeException e) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s cannot encode %d tokens, its maxLength, with ids up to %d, the highest of its %s: %s",
              manifest.name(),
              ids.length,
              vocabulary.highestId(),
              manifest.tokenizer(),
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
    Future<float[]> vector;
    try {
      vector = questions.submit(() -> encode(manifest.questionPrefix() + question));
    } catch (RejectedExecutionException e) {
      throw new OverloadedException("encoder", RETRY);
    }
    try {
      return vector.get();
    } catch (InterruptedException e) {
      vector.cancel(false);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
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
    Encoding encoding = tokenizer.encode(safe, true, false);
    return run(encoding.getIds());
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
        return ((float[][]) result.get(EMBEDDING).orElseThrow().getValue())[0];
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
    }
  }

  /** Waits for the runs in progress. */
  @Override
  public void close() {
    questions.close();
    close(session);
    tokenizer.close();
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not be closed: " + e.getMessage(), e);
    }
  }
}
