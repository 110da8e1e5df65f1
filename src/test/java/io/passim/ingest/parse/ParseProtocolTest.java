package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.LanguageSpan;
import io.passim.document.Page;
import io.passim.document.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
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
              2));

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
