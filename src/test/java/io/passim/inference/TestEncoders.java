package io.passim.inference;

/** Gives tests the encoder that is committed under {@code models}. */
public final class TestEncoders {
  private static final OnnxEncoderModel SHIPPED = OnnxEncoderModel.open(TestConfig.SHIPPED);

  private TestEncoders() {}

  /** Loaded once for all tests; never closed. */
  public static EncoderModel shipped() {
    return SHIPPED;
  }
}
