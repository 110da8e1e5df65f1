package io.passim.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Gives tests the encoder that is committed under {@code models}. */
public final class TestEncoders {
  private static final OnnxEncoderModel SHIPPED = OnnxEncoderModel.open(TestConfig.SHIPPED);

  private TestEncoders() {}

  /** The same, with another value in its manifest, which says so and no more. */
  public static EncoderModel shippedWith(String key, String value) {
    ModelManifest manifest = manifestWith(key, value);
    return new EncoderModel() {
      @Override
      public ModelManifest manifest() {
        return manifest;
      }

      @Override
      public int dimensions() {
        return SHIPPED.dimensions();
      }

      @Override
      public float[] encodeQuestion(String question) {
        return SHIPPED.encodeQuestion(question);
      }

      @Override
      public float[] encodePassage(String passage) {
        return SHIPPED.encodePassage(passage);
      }

      @Override
      public int places() {
        return SHIPPED.places();
      }
    };
  }

  /** Its manifest with another value. */
  static ModelManifest manifestWith(String key, @Nullable String value) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode fields = json.valueToTree(SHIPPED.manifest());
    return json.convertValue(fields.put(key, value), ModelManifest.class);
  }

  /** The same, as it is while the server shuts down. */
  public static EncoderModel closed() {
    OnnxEncoderModel encoder = OnnxEncoderModel.open(TestConfig.SHIPPED);
    encoder.close();
    return encoder;
  }

  /** Loaded once for all tests; never closed. */
  public static EncoderModel shipped() {
    return SHIPPED;
  }
}
