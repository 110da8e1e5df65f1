package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.LanguageSpan;
import io.passim.document.Page;
import io.passim.document.PageWords;
import io.passim.document.Problem;
import io.passim.document.RecognisedWord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server makes of a worker's words, also of one that a file has taken over. */
class ParseProtocolTest {
  private static final ParseResult.Parsed PARSED =
      new ParseResult.Parsed(
          "Title",
          "Ada",
          LocalDate.of(2026, 3, 31),
          "en",
          new DocumentText(
              "Heading\nwords → 𝄞",
              List.of(new Page(1, new CharSpan(0, 17))),
              List.of(new Heading(1, new CharSpan(0, 7)), new Heading(2, new CharSpan(8, 13))),
              List.of(
                  new LanguageSpan("fr", new CharSpan(0, 7)),
                  new LanguageSpan("de", new CharSpan(8, 13))),
              2),
          List.of(
              new PageWords(
                  1,
                  List.of(
                      new RecognisedWord("Heading", 1, 0.1f, 0.05f, 0.3f, 0.02f),
                      new RecognisedWord("𝄞", 2, 0, 0.98f, 1, 0.02f)))));

  @Test
  void carriesResults() throws IOException {
    assertEquals(PARSED, read(written(PARSED)));
    ParseResult failed = new ParseResult.Failed(new Problem("too_large", "It is too large."));
    assertEquals(failed, read(written(failed)));
  }

  /** Each page is given time of its own, which a worker must not have without end. */
  @Test
  void believesInSoManyPagesOnly() throws IOException {
    assertEquals(Unfolding.MAX_SCANNED_PAGES, pagesOf(Unfolding.MAX_SCANNED_PAGES));
    assertThrows(StreamCorruptedException.class, () -> pagesOf(Unfolding.MAX_SCANNED_PAGES + 1));
  }

  /** Two gigabytes of title must not be allocated to find out that they do not come. */
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, (1 << 16) + 1})
  void refusesALengthThatNoTitleHas(int length) {
    assertThrows(StreamCorruptedException.class, () -> read(message('d', length)));
  }

  @Test
  void refusesATextOfMoreCharactersThanAllowed() throws IOException {
    byte[] message = written(PARSED);
    assertThrows(
        StreamCorruptedException.class,
        () -> ParseProtocol.readResult(stream(message), done -> {}, () -> {}, 3));
  }

  @Test
  void refusesMoreWordsThanAreKept() throws IOException {
    byte[] message = written(with(List.of()));
    int count = message.length - Integer.BYTES;
    for (int words : new int[] {TextBuilder.MAX_WORDS + 1, Integer.MAX_VALUE, -1}) {
      ByteBuffer.wrap(message).putInt(count, words);
      assertThrows(StreamCorruptedException.class, () -> read(message));
    }
  }

  @Test
  void refusesWordsOfMoreCharactersThanATextMayHave() throws IOException {
    RecognisedWord word = new RecognisedWord("w".repeat(400), 1, 0, 0, 1, 1);
    assertThrows(
        StreamCorruptedException.class, () -> read(written(with(List.of(word, word, word)))));
    assertEquals(with(List.of(word, word)), read(written(with(List.of(word, word)))));
  }

  /** A box is drawn over the page: not beside it. */
  @Test
  void refusesABoxBesideThePage() throws IOException {
    byte[] message = written(with(List.of(new RecognisedWord("w", 1, 0.25f, 0, 0.5f, 1))));
    for (float left : new float[] {0.6f, -0.1f, Float.NaN, Float.POSITIVE_INFINITY}) {
      byte[] moved = message.clone();
      ByteBuffer.wrap(moved).putFloat(moved.length - 4 * Float.BYTES, left);
      assertThrows(StreamCorruptedException.class, () -> read(moved));
    }
  }

  private static ParseResult.Parsed with(List<RecognisedWord> words) {
    return new ParseResult.Parsed(
        PARSED.title(),
        PARSED.author(),
        PARSED.date(),
        PARSED.language(),
        PARSED.text(),
        List.of(new PageWords(1, words)));
  }

  @Test
  void refusesACodeThatIsNone() throws IOException {
    byte[] message = written(new ParseResult.Failed(new Problem("<b>x", "detail")));
    assertThrows(StreamCorruptedException.class, () -> read(message));
  }

  @Test
  void meetsAnyBytesWithAResultOrAnIoException() throws IOException {
    byte[] message = written(PARSED);
    Random random = new Random(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = message.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      assertDoesNotThrow(() -> isRead(changed));
    }
  }

  private static int pagesOf(int scan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int page = 0; page < scan; page++) {
      ParseProtocol.writePage(new DataOutputStream(bytes));
    }
    bytes.write(written(PARSED));
    AtomicInteger pages = new AtomicInteger();
    ParseProtocol.readResult(stream(bytes.toByteArray()), done -> {}, pages::incrementAndGet, 1000);
    return pages.get();
  }

  private static ParseResult read(byte[] message) throws IOException {
    return ParseProtocol.readResult(stream(message), done -> {}, () -> {}, 1000);
  }

  private static boolean isRead(byte[] message) throws IOException {
    try {
      read(message);
      return true;
    } catch (StreamCorruptedException | EOFException notOfThisProtocol) {
      return false;
    }
  }

  private static DataInputStream stream(byte[] message) {
    return new DataInputStream(new ByteArrayInputStream(message));
  }

  private static byte[] written(ParseResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParseProtocol.writeResult(new DataOutputStream(bytes), result);
    return bytes.toByteArray();
  }

  private static byte[] message(char kind, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(kind);
    out.writeInt(length);
    return bytes.toByteArray();
  }
}
