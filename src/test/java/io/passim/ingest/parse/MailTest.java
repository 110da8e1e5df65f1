package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
  private static final String HEADER =
      """
      From: =?ISO-8859-1?Q?Am=E9lie?= <amelie@example.org>\r
      To: Ben <ben@example.org>\r
      Date: Thu, 29 Feb 2024 23:30:00 +0100\r
      Subject: Mooring\r
       fees\r
      """;

  @TempDir Path directory;

  @Test
  void readsAPlainMail() throws IOException {
    Parsed mail =
        mail(HEADER + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nIt costs 85 é.\r\n");
    assertEquals(
        "Mooring fees\n\nFrom: Amélie <amelie@example.org>\nTo: Ben <ben@example.org>\n"
            + "Date: Thu, 29 Feb 2024 23:30:00 +0100\n\nIt costs 85 é.",
        mail.text().text());
    assertEquals("Mooring fees", mail.title());
    assertEquals("Amélie <amelie@example.org>", mail.author());
    assertEquals(LocalDate.of(2024, 2, 29), mail.date());
  }

  @Test
  void readsTheRichestOfTheAlternativesOnce() throws IOException {
    Parsed mail =
        mail(
            HEADER
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nIt costs *85*.\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>It costs <b>85</b>.</p>\r\n--b--\r\n");
    assertTrue(mail.text().text().endsWith("+0100\n\nIt costs 85."), mail.text()::text);
  }

  @Test
  void readsAttachmentsOnPagesOfTheirOwn() throws IOException {
    Parsed mail =
        mail(
            HEADER
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/csv\r\n"
                + "Content-Disposition: attachment; filename=\"fees.csv\"\r\n\r\nBoat,Fee\r\nRaft,0\r\n"
                + "--b\r\nContent-Type: application/x-thing\r\n"
                + "Content-Disposition: attachment; filename=thing.bin\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nAAECAwQFBgc=\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n"
                + "Subject: Inner\r\nFrom: c@example.org\r\n\r\nAn older mail.\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nThe fees are attached.\r\n--b--\r\n");
    String text = mail.text().text();
    assertEquals(1, mail.text().pageAt(text.indexOf("The fees are attached.")));
    assertEquals(2, mail.text().pageAt(text.indexOf("Boat: Raft | Fee: 0")));
    assertEquals(List.of("fees.csv"), mail.text().headingPathAt(text.indexOf("Boat: Raft")));
    assertTrue(text.contains("[thing.bin: Files of type application/octet-stream cannot"), text);
    assertEquals(
        List.of("message.eml", "Inner"), mail.text().headingPathAt(text.indexOf("An older mail.")));
    assertEquals(4, mail.text().pages().size());
  }

  @Test
  void leavesOutPicturesThatTheTextShows() throws IOException {
    Parsed mail =
        mail(
            HEADER
                + "Content-Type: multipart/related; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>Look</p><img src=\"cid:1\">\r\n"
                + "--b\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\n\r\nx\r\n--b--");
    assertFalse(mail.text().text().contains("logo"), mail.text()::text);
  }

  /** A mail that is attached is a directory in the file of the other. */
  @Test
  void readsAMailThatOutlookAttached() throws IOException {
    Parsed mail =
        outlook(root -> {
          describe(root, "Outer", 32);
          CorpusMails.put(root, CorpusMails.BODY, CorpusMails.utf16("See the attached mail."));
          DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
          CorpusMails.put(attachment, CorpusMails.PROPERTIES, new byte[8]);
          CorpusMails.put(attachment, CorpusMails.ATTACHMENT_NAME, CorpusMails.utf16("Inner"));
          DirectoryEntry inner = attachment.createDirectory("__substg1.0_3701000D");
          describe(inner, "Inner", 24);
          CorpusMails.put(inner, CorpusMails.BODY, CorpusMails.utf16("An older mail."));
        });
    String text = mail.text().text();
    assertEquals("Outer", mail.title());
    assertEquals(1, mail.text().pageAt(text.indexOf("See the attached mail.")));
    assertEquals(2, mail.text().pageAt(text.indexOf("An older mail.")));
    assertEquals(
        List.of("Inner.msg", "Inner"), mail.text().headingPathAt(text.indexOf("An older mail.")));
  }

  /** Which it keeps compressed, or as here in what its compression calls uncompressed. */
  @Test
  void readsAMailThatOutlookKeepsAsRtfAlone() throws IOException {
    byte[] rtf =
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard It costs \\b 85\\b0  euros.\\par In cash.\\par}"
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer kept = ByteBuffer.allocate(16 + rtf.length).order(ByteOrder.LITTLE_ENDIAN);
    kept.putInt(12 + rtf.length).putInt(rtf.length).putInt(0x414C454D).putInt(0).put(rtf);
    Parsed mail =
        outlook(root -> {
          describe(root, "Fees", 32);
          CorpusMails.put(root, "__substg1.0_10090102", kept.array());
        });
    assertEquals("Fees\n\nFrom: Ada Pym\n\nIt costs 85 euros.\n\nIn cash.", mail.text().text());
  }

  @FunctionalInterface
  private interface Message {
    void write(DirectoryEntry root) throws IOException;
  }

  private Parsed outlook(Message message) throws IOException {
    Path file = directory.resolve("mail.msg");
    try (POIFSFileSystem mail = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      message.write(mail.getRoot());
      mail.writeFilesystem(out);
    }
    return Parsing.parsed(file);
  }

  /**
   * What any message says.
   *
   * @param header how long that of its properties is, which has none
   */
  private static void describe(DirectoryEntry message, String subject, int header)
      throws IOException {
    CorpusMails.put(message, CorpusMails.PROPERTIES, new byte[header]);
    CorpusMails.put(message, CorpusMails.SUBJECT, CorpusMails.utf16(subject));
    CorpusMails.put(message, CorpusMails.SENDER, CorpusMails.utf16("Ada Pym"));
  }

  private Parsed mail(String content) throws IOException {
    Path file = directory.resolve("mail.eml");
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    return Parsing.parsed(file);
  }
}
