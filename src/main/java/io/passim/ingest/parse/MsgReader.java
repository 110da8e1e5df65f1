package io.passim.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.DirectoryChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Mail as Outlook keeps it (MS-OXMSG): its header, its text and its attachments. */
final class MsgReader implements FormatReader {
  @FunctionalInterface
  private interface Part {
    @Nullable String get() throws ChunkNotFoundException;
  }

  @Override
  public FileProperties read(Reading reading) throws IOException, SAXException, TikaException {
    try (MAPIMessage message = new MAPIMessage(reading.path().toFile())) {
      message.setReturnNullOnMissingChunk(true);
      message.guess7BitEncoding();
      Calendar date = date(message);
      String subject = part(message::getSubject);
      String from = part(message::getDisplayFrom);
      TextBuilder text = reading.text();
      MailText.header(
          text,
          subject,
          from,
          part(message::getDisplayTo),
          part(message::getDisplayCC),
          date == null ? null : date.toInstant().toString());
      writeBody(message, text);
      AttachmentChunks[] attachments = message.getAttachmentFiles();
      for (int i = 0; i < attachments.length; i++) {
        readAttachment(attachments[i], reading);
        reading.progress().accept((i + 1.0) / attachments.length);
      }
      return new FileProperties(
          subject == null ? "" : subject,
          from,
          FileProperties.day(date == null ? null : date.toInstant()));
    }
  }

  private static void writeBody(MAPIMessage message, TextBuilder text)
      throws IOException, SAXException, TikaException {
    String html = part(message::getHtmlBody);
    String plain = part(message::getTextBody);
    String rtf = html == null && plain == null ? part(message::getRtfBody) : null;
    if (rtf == null) {
      MailText.body(text, html, plain);
      return;
    }
    byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
    new RTFParser()
        .parse(
            TikaInputStream.get(bytes),
            new XhtmlHandler(text),
            new Metadata(),
            NothingEmbedded.context());
  }

  private static void readAttachment(AttachmentChunks attachment, Reading reading)
      throws IOException {
    byte[] content;
    String name = name(attachment);
    DirectoryChunk message = attachment.getAttachmentDirectory();
    if (attachment.getAttachData() != null) {
      content = attachment.getAttachData().getValue();
    } else if (message != null && attachment.isEmbeddedMessage()) {
      content = file(message);
      name = name.endsWith(".msg") ? name : name + ".msg";
    } else {
      return;
    }
    var _ = reading.inside().read(name, new ByteArrayInputStream(content), 0, reading.text());
  }

  private static String name(AttachmentChunks attachment) {
    for (@Nullable StringChunk name :
        new @Nullable StringChunk[] {
          attachment.getAttachLongFileName(),
          attachment.getAttachFileName(),
          attachment.getAttachDisplayName()
        }) {
      if (name != null && !name.getValue().isBlank()) {
        return name.getValue();
      }
    }
    return "attachment";
  }

  /** A message that is attached is a directory in the file of the other. */
  private static byte[] file(DirectoryChunk message) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      EntryUtils.copyNodes(message.getDirectory(), file.getRoot());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static @Nullable Calendar date(MAPIMessage message) {
    try {
      return message.getMessageDate();
    } catch (ChunkNotFoundException e) {
      return null;
    }
  }

  private static @Nullable String part(Part part) {
    try {
      String value = part.get();
      return value == null || value.isBlank() ? null : value;
    } catch (ChunkNotFoundException e) {
      return null;
    }
  }
}
