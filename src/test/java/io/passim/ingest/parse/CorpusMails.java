package io.passim.ingest.parse;

import io.passim.ingest.parse.CorpusFiles.Fact;
import io.passim.ingest.parse.CorpusFiles.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Mails with attachments. */
final class CorpusMails {
  private static final List<String> LANGUAGES = List.of("en", "fr");

  /** Tags of MS-OXPROPS, as the names of the streams that hold their values. */
  static final String SUBJECT = "__substg1.0_0037001F";

  static final String BODY = "__substg1.0_1000001F";
  static final String SENDER = "__substg1.0_0C1A001F";
  static final String RECIPIENTS = "__substg1.0_0E04001F";
  static final String ATTACHMENT = "__substg1.0_37010102";
  static final String ATTACHMENT_NAME = "__substg1.0_3707001F";
  static final String PROPERTIES = "__properties_version1.0";

  private CorpusMails() {}

  static List<Format> formats() {
    return List.of(
        new Format("eml", "eml", LANGUAGES, Fact.FLOWING, CorpusMails::eml),
        new Format("eml-attachment", "eml", LANGUAGES, Fact.SECOND_ROW, CorpusMails::eml),
        new Format("msg", "msg", LANGUAGES, Fact.FLOWING, CorpusMails::msg),
        new Format("msg-attachment", "msg", LANGUAGES, Fact.SECOND_ROW, CorpusMails::msg));
  }

  private static void eml(CorpusStory story, Path file) throws IOException {
    Base64.Encoder base64 = Base64.getMimeEncoder();
    String mail =
        String.join(
            "\r\n",
            "From: Ada Pym <ada@example.org>",
            "To: Ben Okoro <ben@example.org>",
            "Date: Thu, 29 Feb 2024 10:00:00 +0100",
            "Subject: =?UTF-8?B?" + encoded(story.title()) + "?=",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=outer",
            "",
            "--outer",
            "Content-Type: multipart/alternative; boundary=inner",
            "",
            "--inner",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            base64.encodeToString(CorpusTexts.plain(story).getBytes(StandardCharsets.UTF_8)),
            "--inner",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            base64.encodeToString(CorpusTexts.html(story).getBytes(StandardCharsets.UTF_8)),
            "--inner--",
            "--outer",
            "Content-Type: text/csv",
            "Content-Disposition: attachment; filename=grades.csv",
            "Content-Transfer-Encoding: base64",
            "",
            base64.encodeToString(CorpusTexts.rows(story, ",").getBytes(StandardCharsets.UTF_8)),
            "--outer--",
            "");
    Files.writeString(file, mail, StandardCharsets.US_ASCII);
  }

  private static void msg(CorpusStory story, Path file) throws IOException {
    try (POIFSFileSystem mail = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      DirectoryEntry root = mail.getRoot();
      put(root, PROPERTIES, new byte[32]);
      put(root, SUBJECT, utf16(story.title()));
      put(root, SENDER, utf16("Ada Pym"));
      put(root, RECIPIENTS, utf16("Ben Okoro"));
      put(root, BODY, utf16(CorpusTexts.plain(story)));
      DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
      put(attachment, PROPERTIES, new byte[8]);
      put(attachment, ATTACHMENT_NAME, utf16("grades.csv"));
      put(attachment, ATTACHMENT, CorpusTexts.rows(story, ",").getBytes(StandardCharsets.UTF_8));
      mail.writeFilesystem(out);
    }
  }

  static void put(DirectoryEntry directory, String name, byte[] value) throws IOException {
    directory.createDocument(name, new ByteArrayInputStream(value));
  }

  static byte[] utf16(String words) {
    return words.getBytes(StandardCharsets.UTF_16LE);
  }

  private static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }
}
