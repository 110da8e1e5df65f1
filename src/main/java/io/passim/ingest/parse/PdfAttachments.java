package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/**
 * The files that are attached to a PDF, to the whole or to a place on a page (ISO 32000-2, 7.11.4
 * and 12.5.6.15). Where what lists them is damaged, those that were found until then are read.
 */
final class PdfAttachments {
  /** A list that turns in circles with ever new nodes is no list. */
  private static final int MAX_NODES = 10_000;

  /** Of one, packed: PDFBox unpacks it in memory. Larger ones are films and programs. */
  private static final long MAX_BYTES = 32L << 20;

  private final Set<COSBase> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Reading reading;

  private PdfAttachments(Reading reading) {
    this.reading = reading;
  }

  /** Appends what of them can be read, each as a section under its name. */
  static void read(PDDocument document, Reading reading) throws IOException {
    PdfAttachments attachments = new PdfAttachments(reading);
    for (PDComplexFileSpecification file : attachments.ofDocument(document).values()) {
      attachments.read(file);
    }
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : annotations(page)) {
        if (annotation instanceof PDAnnotationFileAttachment attachment) {
          attachments.read(specification(attachment));
        }
      }
    }
  }

  /** In the order of the names that they are filed under. */
  private Map<String, PDComplexFileSpecification> ofDocument(PDDocument document) {
    Map<String, PDComplexFileSpecification> files = new TreeMap<>();
    try {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names == null || names.getEmbeddedFiles() == null) {
        return files;
      }
      Deque<PDNameTreeNode<PDComplexFileSpecification>> nodes = new ArrayDeque<>();
      nodes.add(names.getEmbeddedFiles());
      for (int seen = 0; !nodes.isEmpty() && seen < MAX_NODES; seen++) {
        PDNameTreeNode<PDComplexFileSpecification> node = nodes.remove();
        if (node.getNames() != null) {
          files.putAll(node.getNames());
        }
        if (node.getKids() != null && found.add(node.getCOSObject())) {
          nodes.addAll(node.getKids());
        }
      }
    } catch (IOException | RuntimeException e) {
      return files;
    }
    return files;
  }

  private static Iterable<PDAnnotation> annotations(PDPage page) {
    try {
      return page.getAnnotations();
    } catch (IOException | RuntimeException e) {
      return Set.of();
    }
  }

  private static @Nullable PDComplexFileSpecification specification(
      PDAnnotationFileAttachment attachment) {
    try {
      return attachment.getFile() instanceof PDComplexFileSpecification file ? file : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void read(@Nullable PDComplexFileSpecification file) throws IOException {
    if (file == null) {
      return;
    }
    PDEmbeddedFile embedded = embedded(file);
    if (embedded == null || !found.add(embedded.getCOSObject())) {
      return;
    }
    long packed = embedded.getCOSObject().getLength();
    InputStream content = packed > MAX_BYTES ? null : content(embedded);
    if (content != null) {
      try (content) {
        reading.inside().readIfPossible(name(file), content, packed, reading.text());
      }
    }
  }

  private static @Nullable InputStream content(PDEmbeddedFile embedded) {
    try {
      return embedded.createInputStream();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Its content, by whichever key a program has filed it. */
  private static @Nullable PDEmbeddedFile embedded(PDComplexFileSpecification file) {
    for (@Nullable PDEmbeddedFile embedded :
        new @Nullable PDEmbeddedFile[] {
          file.getEmbeddedFileUnicode(),
          file.getEmbeddedFile(),
          file.getEmbeddedFileUnix(),
          file.getEmbeddedFileDos(),
          file.getEmbeddedFileMac()
        }) {
      if (embedded != null) {
        return embedded;
      }
    }
    return null;
  }

  private static String name(PDComplexFileSpecification file) {
    String name = file.getFilename();
    return name == null || name.isBlank() ? "attachment" : name;
  }
}
