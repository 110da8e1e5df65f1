package io.passim.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.SquadDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"name", "collectionIds"?, "reader"?, "dataset"}}. The dataset may be large, so that it is
 * read as it comes.
 */
record EvaluationBody(
    @Nullable String name,
    @Nullable List<String> collectionIds,
    @Nullable String reader,
    @Nullable SquadDataset dataset) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads a body; what is missing is null. */
  static EvaluationBody read(InputStream body, DatasetReader datasets) {
    try (JsonParser parser = JSON.createParser(datasets.limited(body))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw Problems.malformedJson();
      }
      return read(parser, datasets);
    } catch (JsonProcessingException e) {
      throw Problems.malformedJson();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvaluationBody read(JsonParser parser, DatasetReader datasets) throws IOException {
    String name = null;
    List<String> collectionIds = null;
    String reader = null;
    SquadDataset dataset = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (key) {
        case "name" -> name = text(JSON.readTree(parser));
        case "collectionIds" -> collectionIds = texts(JSON.readTree(parser));
        case "reader" -> reader = text(JSON.readTree(parser));
        case "dataset" -> dataset = datasets.read(parser);
        default -> parser.skipChildren();
      }
    }
    return new EvaluationBody(name, collectionIds, reader, dataset);
  }

  private static List<String> texts(JsonNode array) {
    if (!array.isArray()) {
      throw Problems.malformedJson();
    }
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text(text)));
    return texts;
  }

  private static String text(JsonNode text) {
    if (!text.isTextual()) {
      throw Problems.malformedJson();
    }
    return text.textValue();
  }
}
