package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.jspecify.annotations.Nullable;

/** What all files of Microsoft's Office share. */
final class OfficePackage {
  private static final Pattern EMBEDDED =
      Pattern.compile("(?:word|ppt|xl)/embeddings/([^/]+\\.(?:docx|xlsx|pptx|pdf|rtf|txt|msg))");

  private static final Pattern WORD_PART = Pattern.compile("word/[^/]+\\.xml");

  private OfficePackage() {}

  /**
   * Office keeps an encrypted document of the new format inside the container of the old one.
   *
   * @throws UnreadableException if the file is such a one
   */
  static void refuseEncrypted(Path file) throws IOException, UnreadableException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      if (FileMagic.valueOf(FileMagic.prepareToCheckMagic(content)) == FileMagic.OLE2) {
        throw Reasons.encrypted();
      }
    }
  }

  static FileProperties properties(OPCPackage file) throws OpenXML4JException {
    PackageProperties core = file.getPackageProperties();
    return properties(
        core.getTitleProperty(),
        core.getCreatorProperty(),
        core.getCreatedProperty().or(core::getModifiedProperty));
  }

  static FileProperties properties(@Nullable SummaryInformation summary) {
    return summary == null
        ? FileProperties.NONE
        : properties(
            Optional.ofNullable(summary.getTitle()),
            Optional.ofNullable(summary.getAuthor()),
            Optional.ofNullable(summary.getCreateDateTime())
                .or(() -> Optional.ofNullable(summary.getLastSaveDateTime())));
  }

  private static FileProperties properties(
      Optional<String> title, Optional<String> author, Optional<Date> date) {
    return new FileProperties(
        title.orElse(""),
        author.orElse(null),
        FileProperties.day(date.map(Date::toInstant).orElse(null)));
  }

  /** How many bytes the parts of a Word document hold that Tika reads, nearly. */
  static long wordBytes(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .filter(entry -> WORD_PART.matcher(entry.getName()).matches())
          .mapToLong(ZipEntry::getSize)
          .sum();
    }
  }

  /** Appends the documents that are embedded in one, such as the figures behind a chart. */
  static void readEmbedded(Reading reading) throws IOException {
    try (ZipFile zip = new ZipFile(reading.path().toFile())) {
      List<? extends ZipEntry> embedded =
          zip.stream()
              .filter(entry -> EMBEDDED.matcher(entry.getName()).matches())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : embedded) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        try (InputStream content = zip.getInputStream(entry)) {
          reading.inside().readIfPossible(name, content, entry.getCompressedSize(), reading.text());
        }
      }
    }
  }
}
