package io.passim.inference;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts question and passage into overlapping windows with a Hugging Face tokenizer, whose own
 * template places the special tokens. Safe for use by many threads.
 *
 * <p>The library gives offsets in Unicode code points of the text before its normalisation; they
 * are converted to UTF-16 here.
 */
final class WindowTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer pairs;
  private final HuggingFaceTokenizer questions;
  private final List<String> specialTokens;
  private final WindowSize size;

  private WindowTokenizer(Path file, WindowSize size) {
    this.size = size;
    this.specialTokens = specialTokens(file);
    this.pairs =
        OfflineTokenizers.open(
            file,
            Map.of(
                "truncation", "only_second",
                "padding", "false",
                "maxLength", Integer.toString(size.window()),
                "modelMaxLength", Integer.toString(size.window()),
                "stride", Integer.toString(size.stride())));
    this.questions =
        OfflineTokenizers.open(file, Map.of("truncation", "false", "padding", "false"));
  }

  /**
   * @throws ModelLoadException if the file is not a tokenizer
   */
  static WindowTokenizer open(Path file, WindowSize size) {
    return new WindowTokenizer(file, size);
  }

  private static List<String> specialTokens(Path file) {
    List<String> names = new ArrayList<>();
    try {
      for (JsonNode token : new ObjectMapper().readTree(file.toFile()).path("added_tokens")) {
        String name = token.path("content").asText();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new ModelLoadException(file + " is not a tokenizer: " + e.getMessage(), e);
    }
    return List.copyOf(names);
  }

  List<TokenWindow> encode(String question, List<String> passages) {
    TokenizerText bounded = bounded(TokenizerText.of(question, specialTokens));
    List<TokenWindow> windows = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      TokenizerText passage = TokenizerText.of(passages.get(i), specialTokens);
      Encoding encoding = pairs.encode(bounded.text(), passage.text(), true, true);
      windows.add(window(i, encoding, bounded, passage));
      for (Encoding overflow : encoding.getOverflowing()) {
        windows.add(window(i, overflow, bounded, passage));
      }
    }
    return List.copyOf(windows);
  }

  /** The question up to its last token that may be read. */
  private TokenizerText bounded(TokenizerText question) {
    Encoding encoding = questions.encode(question.text(), false, false);
    if (encoding.getIds().length <= size.questionTokens()) {
      return question;
    }
    int end = encoding.getCharTokenSpans()[size.questionTokens() - 1].getEnd();
    return TokenizerText.of(question.text().substring(0, question.utf16(end)), specialTokens);
  }

  private static TokenWindow window(
      int index, Encoding encoding, TokenizerText question, TokenizerText passage) {
    long[] ids = encoding.getIds();
    long[] types = encoding.getTypeIds();
    long[] sequences = encoding.getSequenceIds();
    CharSpan[] spans = encoding.getCharTokenSpans();
    List<Token> tokens = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      tokens.add(
          switch ((int) sequences[i]) {
            case 0 ->
                new Token(ids[i], types[i], Token.Segment.QUESTION, utf16(spans[i], question));
            case 1 -> new Token(ids[i], types[i], Token.Segment.PASSAGE, utf16(spans[i], passage));
            default -> new Token(ids[i], types[i], Token.Segment.SPECIAL, null);
          });
    }
    return new TokenWindow(index, tokens);
  }

  private static io.passim.document.CharSpan utf16(CharSpan span, TokenizerText text) {
    return new io.passim.document.CharSpan(text.utf16(span.getStart()), text.utf16(span.getEnd()));
  }

  @Override
  public void close() {
    pairs.close();
    questions.close();
  }
}
