package io.passim.inference;

/** Gives other packages' tests the reader that is committed under {@code models}. */
public final class TestReaders {
  private static final OnnxReaderModel SHIPPED = OnnxReaderModel.open(TestConfig.SHIPPED);

  private TestReaders() {}

  /** Loaded once for all tests; never closed. */
  public static ReaderModel shipped() {
    return SHIPPED;
  }

  /** The one that the tools' system properties describe; never closed. */
  public static ReaderModel ofProperties() {
    return OnnxReaderModel.open(TestConfig.ofProperties());
  }
}
