package io.passim.read;

import ai.onnxruntime.OrtException;
import io.passim.inference.ReaderStatistics;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten passages of about 150 tokens, read by our engine from text to spans, and by bare ONNX Runtime
 * from windows cut beforehand to logits.
 *
 * <pre>./mvnw -B -Pjmh -Dfrontend.skip=true process-test-classes</pre>
 *
 * <p>{@code -Djmh.args="…"} passes arguments on, such as {@code -f 1 -wi 2 -i 3 -jvmArgsAppend
 * -DbatchTokens=512}; the properties are those of {@link ReadingThroughput}, which measures both in
 * turns and reports their ratio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 10)
@Fork(1)
public class ReadingBenchmark {
  private final ReadingComparison comparison = ReadingComparison.open();

  /** Closes the bare one. */
  @TearDown
  public void close() throws OrtException {
    comparison.close();
  }

  /** From text to candidate spans. */
  @Benchmark
  public Reading engine(Done done) {
    ReaderStatistics before = comparison.model().statistics();
    Reading reading = comparison.engine(0);
    done.add(comparison.passages(0), comparison.model().statistics().since(before));
    return reading;
  }

  /** From tensors to logits. */
  @Benchmark
  public void bare(Passages passages) throws OrtException {
    comparison.bare(0);
    passages.passages += comparison.passages(0);
  }

  /** Passages per second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Passages {
    public long passages;

    /** Counts from nothing. */
    @Setup(Level.Iteration)
    public void reset() {
      passages = 0;
    }
  }

  /** Passages, milliseconds of work and tokens per second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Done {
    public long passages;
    public double runningMillis;
    public double tokenisingMillis;
    public long tokens;
    public long paddingTokens;

    /** Counts from nothing. */
    @Setup(Level.Iteration)
    public void reset() {
      passages = 0;
      runningMillis = 0;
      tokenisingMillis = 0;
      tokens = 0;
      paddingTokens = 0;
    }

    private void add(int read, ReaderStatistics statistics) {
      passages += read;
      runningMillis += statistics.running().toNanos() / 1e6;
      tokenisingMillis += statistics.tokenising().toNanos() / 1e6;
      tokens += statistics.tokens();
      paddingTokens += statistics.paddingTokens();
    }
  }
}
