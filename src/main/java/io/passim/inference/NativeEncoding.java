package io.passim.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.ArrayList;
import java.util.List;

/**
 * A text, or a pair of them, as the library has encoded it. The library's own {@code Encoding}
 * fetches all there is, names of tokens too; here only what a window is made of. Used by one
 * thread.
 */
final class NativeEncoding implements AutoCloseable {
  private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

  private final long handle;

  private NativeEncoding(long handle) {
    this.handle = handle;
  }

  /** A text without special tokens. */
  static NativeEncoding of(HuggingFaceTokenizer tokenizer, String text) {
    return new NativeEncoding(LIBRARY.encode(tokenizer.getHandle(), text, false));
  }

  /** Two texts and their special tokens. */
  static NativeEncoding of(HuggingFaceTokenizer tokenizer, String first, String second) {
    return new NativeEncoding(LIBRARY.encodeDual(tokenizer.getHandle(), first, second, true));
  }

  long[] ids() {
    return LIBRARY.getTokenIds(handle);
  }

  long[] types() {
    return LIBRARY.getTypeIds(handle);
  }

  /** Which text each token is of: 0 or 1, something else for special tokens. */
  long[] texts() {
    return LIBRARY.getSequenceIds(handle);
  }

  /** In code points of the token's text. */
  CharSpan[] spans() {
    return LIBRARY.getTokenCharSpans(handle);
  }

  /** What did not fit, in parts that do; each is closed by the caller. */
  List<NativeEncoding> overflowing() {
    List<NativeEncoding> overflowing = new ArrayList<>();
    for (long part : LIBRARY.getOverflowing(handle)) {
      overflowing.add(new NativeEncoding(part));
    }
    return overflowing;
  }

  @Override
  public void close() {
    LIBRARY.deleteEncoding(handle);
  }
}
