package io.passim.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a {@code tokenizer.json} says of its tokens.
 *
 * @param special ids of the tokens that are no text, such as {@code [SEP]} or {@code </s>}, by name
 * @param highestId of all tokens
 * @param unknownId of the token that stands for text without one of its own
 */
record Vocabulary(NavigableMap<String, Long> special, long highestId, long unknownId) {
  private static final List<String> PAD = List.of("[PAD]", "<pad>");
  private static final List<String> MASK = List.of("[MASK]", "<mask>");
  private static final List<String> UNKNOWN = List.of("[UNK]", "<unk>");

  /**
   * Reads the vocabulary of any kind of tokenizer: a map of ids (WordPiece, BPE) or a list
   * (unigram).
   *
   * @throws ModelLoadException if the file holds none
   */
  static Vocabulary read(Path file) {
    JsonNode json = json(file);
    NavigableMap<String, Long> special = new TreeMap<>();
    long highest = -1;
    for (JsonNode token : json.path("added_tokens")) {
      long id = token.path("id").asLong();
      highest = Math.max(highest, id);
      if (token.path("special").asBoolean() && !token.path("content").asText().isEmpty()) {
        special.put(token.path("content").asText(), id);
      }
    }
    JsonNode model = json.path("model");
    JsonNode tokens = model.path("vocab");
    if (tokens.isEmpty()) {
      throw new ModelLoadException(file + " is not a tokenizer: it has no model with a vocabulary");
    }
    if (tokens.isArray()) {
      highest = Math.max(highest, tokens.size() - 1);
    } else {
      for (JsonNode id : tokens) {
        highest = Math.max(highest, id.asLong());
      }
    }
    return new Vocabulary(special, highest, unknown(model, special, highest));
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new ModelLoadException(file + " is not a tokenizer: " + e.getMessage(), e);
    }
  }

  /** The model's own, else the one that bears its name, else the highest. */
  private static long unknown(JsonNode model, Map<String, Long> special, long highest) {
    if (model.path("unk_id").isIntegralNumber()) {
      return model.path("unk_id").asLong();
    }
    JsonNode name = model.path("unk_token");
    if (name.isTextual() && model.path("vocab").path(name.asText()).isIntegralNumber()) {
      return model.path("vocab").path(name.asText()).asLong();
    }
    return UNKNOWN.stream()
        .filter(special::containsKey)
        .map(special::get)
        .findFirst()
        .orElse(highest);
  }

  /** The id that text may have: a special token's becomes the unknown token's. */
  long ofText(long id) {
    return special.containsValue(id) ? unknownId : id;
  }

  /**
   * Requires that a manifest's token ids are those of the tokenizer.
   *
   * @throws ModelLoadException saying which special tokens there are
   */
  void check(ModelManifest manifest) {
    require(manifest, "padTokenId", manifest.padTokenId(), PAD);
    require(manifest, "maskTokenId", manifest.maskTokenId(), MASK);
  }

  private void require(ModelManifest manifest, String key, long id, List<String> names) {
    List<Long> named = names.stream().filter(special::containsKey).map(special::get).toList();
    if (named.isEmpty() ? !special.containsValue(id) : !named.contains(id)) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "the %s of %s is %d, but the special tokens of its %s are %s, and it must be that of %s",
              key,
              manifest.name(),
              id,
              manifest.tokenizer(),
              special,
              named.isEmpty() ? "one of them" : String.join(" or ", names)));
    }
  }
}
