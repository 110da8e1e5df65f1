package io.passim.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.document.DamagedTextException;
import io.passim.document.PageWords;
import io.passim.document.RecognisedWord;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The recognised words of a document in a file: a ZIP archive with an entry for each page, named by
 * its number, of JSON. So a page is read without the others.
 */
final class WordsFile {
  private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader READER = JSON.readerForListOf(RecognisedWord.class);
  private static final ObjectWriter WRITER = JSON.writer();

  private WordsFile() {}

  static byte[] of(List<PageWords> pages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (PageWords page : pages) {
        zip.putNextEntry(new ZipEntry(nameOf(page.page())));
        zip.write(WRITER.writeValueAsBytes(page.words()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * The words of a page, none if none of it are kept.
   *
   * @throws DamagedTextException if the file is not as it was written
   */
  static List<RecognisedWord> read(Path file, int page) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(nameOf(page));
      if (entry == null) {
        return List.of();
      }
      try (InputStream content = zip.getInputStream(entry)) {
        return READER.readValue(content);
      }
    } catch (ZipException | EOFException | JacksonException e) {
      throw new DamagedTextException("damaged: " + file, e);
    }
  }

  /**
   * The pages of which words are kept.
   *
   * @throws DamagedTextException if the file is not as it was written
   */
  static Set<Integer> pages(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .map(entry -> NAME.matcher(entry.getName()))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .collect(Collectors.toSet());
    } catch (ZipException | EOFException e) {
      throw new DamagedTextException("damaged: " + file, e);
    }
  }

  private static String nameOf(int page) {
    return page + ".json";
  }
}
