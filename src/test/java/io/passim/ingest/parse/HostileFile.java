package io.passim.ingest.parse;

import java.nio.charset.StandardCharsets;

/** A file made to harm who reads it. */
final class HostileFile {
  private final String name;
  private final byte[] content;

  /**
   * Takes the bytes as they are.
   *
   * @param name as it is uploaded
   */
  HostileFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  static HostileFile text(String name, String content) {
    return new HostileFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  String name() {
    return name;
  }

  byte[] content() {
    return content;
  }

  @Override
  public String toString() {
    return name.replaceAll("\\p{C}", "?") + " (" + content.length + " bytes)";
  }
}
