package io.passim.read;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.inference.BareReader;
import io.passim.inference.ReaderLease;
import io.passim.inference.ReaderModel;
import io.passim.inference.TestReaders;
import io.passim.inference.TokenWindow;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same questions read by our engine, from text to candidate spans, and by bare ONNX Runtime,
 * from windows cut beforehand to logits: as one batch, and each window alone. Used by one thread.
 */
public final class ReadingComparison implements AutoCloseable {
  private final ReaderModel model = TestReaders.ofProperties();
  private final BareReader bare;
  private final PassageReader reader;
  private final List<Item> items = new ArrayList<>();

  private ReadingComparison(List<Line> lines) {
    this.bare = BareReader.open();
    int most = lines.stream().mapToInt(line -> line.passages().size()).max().orElseThrow();
    this.reader = TestPassageReaders.of(model, most);
    for (Line line : lines) {
      try (ReaderLease lease = model.lease(() -> false)) {
        List<TokenWindow> windows = lease.encode(line.question(), line.passages());
        items.add(
            new Item(
                TestPassages.question(line.question()),
                TestPassages.of(line.passages().toArray(String[]::new)),
                bare.prepare(windows),
                windows.stream().map(window -> bare.prepare(List.of(window))).toList()));
      }
    }
  }

  /**
   * Questions of a file of JSON lines {@code {"question": "", "passages": [""]}}, which the system
   * property {@code passages} names; without it one question with ten passages of 153 tokens.
   */
  public static ReadingComparison open() {
    String file = System.getProperty("passages", "");
    List<Line> lines = new ArrayList<>();
    if (file.isEmpty()) {
      List<String> texts = IntStream.range(0, 10).mapToObj(TestPassages::unrelated).toList();
      lines.add(new Line("Who designed the lighthouse?", texts));
    } else {
      ObjectMapper json = new ObjectMapper();
      try {
        for (String line : Files.readAllLines(Path.of(file))) {
          lines.add(json.readValue(line, Line.class));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
    return new ReadingComparison(lines);
  }

  public ReaderModel model() {
    return model;
  }

  /** Number of questions. */
  public int size() {
    return items.size();
  }

  /** Passages of one question. */
  public int passages(int item) {
    return items.get(item).passages().size();
  }

  public Reading engine(int item) {
    Item read = items.get(item);
    return reader.read(read.question(), read.passages(), new Watching());
  }

  public void bare(int item) throws OrtException {
    items.get(item).batch().run();
  }

  /** Each window alone, one thread for each core. */
  public void bareAlone(int item) {
    bare.runOnSingleThreads(items.get(item).alone());
  }

  @Override
  public void close() throws OrtException {
    items.forEach(item -> item.batch().close());
    items.forEach(item -> item.alone().forEach(BareReader.Batch::close));
    bare.close();
  }

  private record Line(String question, List<String> passages) {}

  private record Item(
      StandaloneQuestion question,
      List<RetrievedPassage> passages,
      BareReader.Batch batch,
      List<BareReader.Batch> alone) {}
}
