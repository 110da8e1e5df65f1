package io.passim.ingest.parse;

import io.passim.document.Problem;
import org.apache.tika.exception.EncryptedDocumentException;

/** Why a file cannot be read, in words a person can act on. */
final class Reasons {
  private static final int MAX_CAUSES = 20;

  private Reasons() {}

  static Problem unsupported(String mediaType) {
    return new Problem("unsupported_media_type", "Files of type " + mediaType + " cannot be read.");
  }

  static Problem empty() {
    return new Problem("empty_file", "The file is empty.");
  }

  static Problem withoutText() {
    return new Problem("document_without_text", "The document holds no text.");
  }

  static UnreadableException encrypted() {
    return new UnreadableException(
        "document_encrypted",
        "The document is protected by a password. Remove the password and upload it again.");
  }

  /** What a reader's failure means; libraries wrap the exceptions of ours. */
  static Problem of(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      switch (cause) {
        case UnreadableException e -> {
          return e.problem();
        }
        case LimitException e -> {
          return e.problem();
        }
        case EncryptedDocumentException _,
            org.apache.poi.EncryptedDocumentException _,
            org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException _ -> {
          return encrypted().problem();
        }
        case StackOverflowError _ -> {
          return new Problem(
              "document_damaged",
              "The document is nested deeper than can be read. Save it anew and upload the new"
                  + " file.");
        }
        default -> cause = cause.getCause();
      }
    }
    return new Problem(
        "document_damaged",
        "The file is damaged or incomplete. Open it in the program that made it, save it again and"
            + " upload the new file.");
  }
}
