package io.passim.read;

import io.passim.document.CharSpan;
import io.passim.inference.Device;
import io.passim.inference.ModelManifest;
import io.passim.inference.ReaderLease;
import io.passim.inference.ReaderModel;
import io.passim.inference.ReaderStatistics;
import io.passim.inference.Token;
import io.passim.inference.TokenWindow;
import io.passim.inference.WindowLogits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A reader that knows one word: it gives logit 5 to each occurrence as start and end, and 0 to all
 * else. Tokens are what stands between spaces; a window holds {@code windowTokens} of them.
 */
final class FakeReaderModel implements ReaderModel {
  int windowsRead;
  String tokenizerSha256 = "0".repeat(64);
  int leases;
  int leasesTaken;
  int leasesInBackground;
  int sideBySide = 1;
  private final String word;
  private final List<ModelManifest.Stop> stops;
  private final int windowTokens;

  FakeReaderModel(String word, int windowTokens, ModelManifest.Stop... stops) {
    this.stops = List.of(stops);
    this.word = word;
    this.windowTokens = windowTokens;
  }

  @Override
  public ModelManifest manifest() {
    return new ModelManifest(
        "fake",
        ModelManifest.EXTRACTIVE_QA,
        List.of("en"),
        "model.onnx",
        "0".repeat(64),
        "tokenizer.json",
        tokenizerSha256,
        List.of(),
        List.of(),
        512,
        0,
        1,
        "Apache-2.0",
        "here",
        null,
        List.of(),
        ModelManifest.Batching.ANY,
        stops,
        "",
        "",
        null);
  }

  @Override
  public Device device() {
    return Device.CPU;
  }

  @Override
  public ReaderLease lease(BooleanSupplier cancelled, boolean background) {
    leases++;
    leasesTaken++;
    leasesInBackground += background ? 1 : 0;
    return new Lease(cancelled);
  }

  @Override
  public int places() {
    return 0;
  }

  @Override
  public int foregroundPlaces() {
    return 0;
  }

  @Override
  public ReaderStatistics statistics() {
    return ReaderStatistics.NONE;
  }

  private final class Lease implements ReaderLease {
    private final BooleanSupplier cancelled;
    private final List<String> texts = new ArrayList<>();

    private Lease(BooleanSupplier cancelled) {
      this.cancelled = cancelled;
    }

    @Override
    public List<TokenWindow> encode(String question, List<String> passages) {
      texts.clear();
      texts.addAll(passages);
      List<TokenWindow> windows = new ArrayList<>();
      for (int i = 0; i < passages.size(); i++) {
        List<Token> tokens = tokens(passages.get(i));
        for (int from = 0; from == 0 || from < tokens.size(); from += windowTokens) {
          List<Token> window = new ArrayList<>();
          window.add(new Token(0, 0, Token.Segment.SPECIAL, null));
          window.addAll(tokens.subList(from, Math.min(from + windowTokens, tokens.size())));
          windows.add(new TokenWindow(i, window));
        }
      }
      return windows;
    }

    private static List<Token> tokens(String text) {
      List<Token> tokens = new ArrayList<>();
      int start = 0;
      for (String part : text.split(" ", -1)) {
        CharSpan span = new CharSpan(start, start + part.length());
        tokens.add(new Token(2, 1, Token.Segment.PASSAGE, span));
        start = span.end() + 1;
      }
      return tokens;
    }

    @Override
    public int sideBySide() {
      return sideBySide;
    }

    @Override
    public List<WindowLogits> run(List<TokenWindow> windows, Consumer<TokenWindow> read) {
      List<WindowLogits> logits = new ArrayList<>();
      for (TokenWindow window : windows) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        logits.add(logits(window));
        windowsRead++;
        read.accept(window);
      }
      return logits;
    }

    private WindowLogits logits(TokenWindow window) {
      float[] logits = new float[window.length()];
      for (int i = 0; i < logits.length; i++) {
        CharSpan span = window.tokens().get(i).span();
        logits[i] = span != null && span.of(texts.get(window.passage())).contains(word) ? 5 : 0;
      }
      return new WindowLogits(window, logits, logits);
    }

    @Override
    public TokenWindow occlude(TokenWindow window, CharSpan hidden) {
      return window;
    }

    @Override
    public void close() {
      leases--;
    }
  }
}
