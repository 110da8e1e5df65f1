package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Archives: each file as a section under its path, in the order of the archive's directory. */
final class ZipReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading) throws IOException, UnreadableException {
    try (ZipFile zip = ZipFile.builder().setPath(reading.path()).get()) {
      List<ZipArchiveEntry> files = new ArrayList<>();
      zip.getEntries()
          .asIterator()
          .forEachRemaining(entry -> {
            if (!entry.isDirectory() && !isOfTheSystem(entry.getName())) {
              files.add(entry);
            }
          });
      if (files.isEmpty()) {
        throw new UnreadableException("document_without_text", "The archive holds no files.");
      }
      List<Problem> problems = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        Problem problem = read(zip, files.get(i), reading);
        if (problem != null) {
          problems.add(problem);
        }
        reading.progress().accept((i + 1.0) / files.size());
      }
      Unfolding.refuseIfAll(problems, files.size());
    }
    return FileProperties.NONE;
  }

  private static @Nullable Problem read(ZipFile zip, ZipArchiveEntry entry, Reading reading)
      throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      Problem problem = Reasons.encrypted().problem();
      reading.inside().skip(entry.getName(), problem, reading.text());
      return problem;
    }
    if (!zip.canReadEntryData(entry) || entry.isUnixSymlink()) {
      Problem problem = Reasons.unsupported("application/octet-stream");
      reading.inside().skip(entry.getName(), problem, reading.text());
      return problem;
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return reading
          .inside()
          .read(entry.getName(), content, entry.getCompressedSize(), reading.text());
    }
  }

  /** What macOS and Windows add for themselves. */
  private static boolean isOfTheSystem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("__MACOSX/")
        || name.equals(".DS_Store")
        || name.equalsIgnoreCase("thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }
}
