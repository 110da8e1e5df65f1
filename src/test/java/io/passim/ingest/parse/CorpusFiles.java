package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files of every format that can be made in code, each with a sentence that only it holds. */
public final class CorpusFiles {
  /**
   * A file.
   *
   * @param format what was made, such as {@code pdf} or {@code text-koi8-r}
   * @param language ISO 639-1
   * @param sentence stands in its text
   * @param page where, counted from 1
   * @param pages how many it has at least
   */
  public record GeneratedFile(
      Path path, String format, String language, String sentence, int page, int pages) {}

  @FunctionalInterface
  interface Writer {
    void write(CorpusStory story, Path file) throws IOException;
  }

  /** What of a story is to be looked for. */
  enum Fact {
    /** The sentence, on the page of its section. */
    PAGED,
    /** The sentence; the format has no pages. */
    FLOWING,
    /** The row, on the first page. */
    ROW,
    /** The row, on the second page. */
    SECOND_ROW
  }

  record Format(String name, String extension, List<String> languages, Fact fact, Writer writer) {}

  private CorpusFiles() {}

  /** All formats but {@link CorpusPictures}, one file of each after the other. */
  static List<Format> formats() {
    List<Format> formats = new ArrayList<>(CorpusOffice.formats());
    formats.addAll(CorpusArchives.formats());
    formats.addAll(CorpusTexts.formats());
    formats.addAll(CorpusMails.formats());
    return formats;
  }

  /**
   * Writes {@code count} files, going round the formats, the same for the same seed.
   *
   * @param length they have from so many pages to four times as many, where they have pages
   * @return them in the order in which they were made
   */
  public static List<GeneratedFile> generate(Path directory, int count, long seed, int length)
      throws IOException {
    return generate(directory, formats(), count, seed, length);
  }

  /** The same with these formats. */
  static List<GeneratedFile> generate(
      Path directory, List<Format> formats, int count, long seed, int length) throws IOException {
    Random random = new Random(seed);
    List<GeneratedFile> files = new ArrayList<>();
    Files.createDirectories(directory);
    for (int i = 0; i < count; i++) {
      Format format = formats.get(i % formats.size());
      List<String> languages = format.languages();
      String language = languages.get(random.nextInt(languages.size()));
      CorpusStory story = CorpusStory.next(random, language, 10_000 + i, length);
      Path file = directory.resolve(i + "-" + format.name() + "." + format.extension());
      format.writer().write(story, file);
      boolean row = format.fact() == Fact.ROW || format.fact() == Fact.SECOND_ROW;
      int page =
          switch (format.fact()) {
            case PAGED -> story.factPage();
            case FLOWING, ROW -> 1;
            case SECOND_ROW -> 2;
          };
      int pages = format.fact() == Fact.PAGED ? story.sections().size() : page;
      files.add(
          new GeneratedFile(
              file, format.name(), language, row ? story.namedRow() : story.fact(), page, pages));
    }
    return files;
  }
}
