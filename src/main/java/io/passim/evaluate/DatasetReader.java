package io.passim.evaluate;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads datasets within the limits of the configuration. Any thread may call. */
@ApplicationScoped
public class DatasetReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final EvaluationConfig config;

  public DatasetReader(EvaluationConfig config) {
    this.config = config;
  }

  /**
   * Reads a file, compressed if its name ends in {@code .gz}; likewise.
   *
   * @throws InvalidEvaluationException if it is too large or not a dataset
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  public SquadDataset read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream json = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return read(json);
    }
  }

  /**
   * Reads a dataset to its end; does not close {@code content}.
   *
   * @throws InvalidEvaluationException if it is too large or not a dataset
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  public SquadDataset read(InputStream content) throws IOException {
    try (JsonParser parser =
        JSON.createParser(limited(content)).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      parser.nextToken();
      SquadDataset dataset = read(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something stands behind the dataset");
      }
      return dataset;
    }
  }

  /** Reads the value at whose first token the parser stands, likewise. */
  public SquadDataset read(JsonParser parser) throws IOException {
    return new SquadReader(config.maxQuestions(), config.maxQuestionLength()).read(parser);
  }

  /** The same bytes, of which no more may be read than a dataset may have. */
  public InputStream limited(InputStream content) {
    return new LimitedStream(content, config.maxDatasetSize().asLongValue());
  }
}
