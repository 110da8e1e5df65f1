package io.passim.inference;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts question and passage into overlapping windows with a Hugging Face tokenizer, whose own
 * template places the special tokens. Safe for use by many threads.
 *
 * <p>The library gives offsets in Unicode code points of the text before its normalisation; they
 * are converted to UTF-16 here. Byte-level and unigram tokens take the space before a word with
 * them; a token's span is without it.
 */
final class WindowTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer pairs;
  private final HuggingFaceTokenizer uncut;
  private final Vocabulary vocabulary;
  private final WindowSize size;

  private WindowTokenizer(
      HuggingFaceTokenizer pairs,
      HuggingFaceTokenizer uncut,
      Vocabulary vocabulary,
      WindowSize size) {
    this.pairs = pairs;
    this.uncut = uncut;
    this.vocabulary = vocabulary;
    this.size = size;
  }

  /**
   * @throws ModelLoadException if the file is not a tokenizer
   */
  static WindowTokenizer open(Path file, WindowSize size) {
    Vocabulary vocabulary = Vocabulary.read(file);
    HuggingFaceTokenizer pairs =
        OfflineTokenizers.open(
            file,
            Map.of(
                "truncation", "only_second",
                "padding", "false",
                "maxLength", Integer.toString(size.window()),
                "modelMaxLength", Integer.toString(size.window()),
                "stride", Integer.toString(size.stride())));
    try {
      HuggingFaceTokenizer uncut =
          OfflineTokenizers.open(file, Map.of("truncation", "false", "padding", "false"));
      return new WindowTokenizer(pairs, uncut, vocabulary, size);
    } catch (RuntimeException | Error e) {
      pairs.close();
      throw e;
    }
  }

  /** What the tokenizer's file says of its tokens. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Requires that it gives the ids of a manifest's probe.
   *
   * @throws ModelLoadException if not, saying which it gives
   */
  void check(ModelManifest manifest) {
    TokenizerProbe.check(manifest, uncut);
  }

  /** A question, to be encoded with some passages and then with others. */
  Question question(String text) {
    return new Question(text);
  }

  List<TokenWindow> encode(String question, List<String> passages) {
    return encode(question(question), passages);
  }

  List<TokenWindow> encode(Question question, List<String> passages) {
    TokenizerText bounded = question.bounded();
    List<TokenWindow> windows = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      TokenizerText passage = text(passages.get(i));
      Encoding encoding = pairs.encode(bounded.text(), passage.text(), true, true);
      windows.add(window(i, encoding, bounded, passage));
      for (Encoding overflow : encoding.getOverflowing()) {
        windows.add(window(i, overflow, bounded, passage));
      }
    }
    return List.copyOf(windows);
  }

  private TokenizerText text(String original) {
    return TokenizerText.of(original, vocabulary.special().keySet());
  }

  /**
   * The question up to its last character that may be read. A character may have many tokens, and
   * the end of a word other tokens once it is cut, so what was cut is looked at again.
   */
  private TokenizerText bounded(TokenizerText question) {
    TokenizerText bounded = question;
    while (true) {
      CharSpan[] spans = uncut.encode(bounded.text(), false, false).getCharTokenSpans();
      if (spans.length <= size.questionTokens()) {
        return bounded;
      }
      int end =
          Math.min(
              spans[size.questionTokens() - 1].getEnd(), spans[size.questionTokens()].getStart());
      bounded = bounded.upTo(Math.min(end, bounded.codePoints() - 1));
    }
  }

  private TokenWindow window(
      int index, Encoding encoding, TokenizerText question, TokenizerText passage) {
    long[] ids = encoding.getIds();
    long[] types = encoding.getTypeIds();
    long[] sequences = encoding.getSequenceIds();
    CharSpan[] spans = encoding.getCharTokenSpans();
    List<Token> tokens = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      tokens.add(
          switch ((int) sequences[i]) {
            case 0 -> token(ids[i], types[i], Token.Segment.QUESTION, spans[i], question);
            case 1 -> token(ids[i], types[i], Token.Segment.PASSAGE, spans[i], passage);
            default -> new Token(ids[i], types[i], Token.Segment.SPECIAL, null);
          });
    }
    return new TokenWindow(index, tokens);
  }

  private Token token(
      long id, long type, Token.Segment segment, CharSpan span, TokenizerText text) {
    return new Token(
        vocabulary.ofText(id), type, segment, text.utf16(span.getStart(), span.getEnd()));
  }

  @Override
  public void close() {
    pairs.close();
    uncut.close();
  }

  /**
   * A question of which it is found out once how much may be read. Safe for use by many threads.
   */
  final class Question {
    private final String text;
    private @Nullable TokenizerText bounded;

    private Question(String text) {
      this.text = text;
    }

    /** As it was asked. */
    String text() {
      return text;
    }

    /** As much of it as is read; the first to ask does the work, and others wait. */
    synchronized TokenizerText bounded() {
      if (bounded == null) {
        bounded = WindowTokenizer.this.bounded(WindowTokenizer.this.text(text));
      }
      return bounded;
    }

    /**
     * Does that work now unless it has been done.
     *
     * @return how long the calling thread took for it
     */
    synchronized Duration bound() {
      if (bounded != null) {
        return Duration.ZERO;
      }
      long start = System.nanoTime();
      bounded();
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}
