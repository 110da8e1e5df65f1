package io.passim.ingest.parse;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages without the letters that are part of their text layer, if so asked. */
final class PictureRenderer extends PDFRenderer {
  private boolean textShown = true;

  PictureRenderer(PDDocument document) {
    super(document);
  }

  /** Whether the pages are drawn with their text layer from now on. */
  void showText(boolean shown) {
    textShown = shown;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return textShown ? super.createPageDrawer(parameters) : new Drawer(parameters);
  }

  private static final class Drawer extends PageDrawer {
    private boolean inAnnotation;

    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    /** The text of annotations is not in the layer. */
    @Override
    public void showAnnotation(PDAnnotation annotation) throws IOException {
      inAnnotation = true;
      super.showAnnotation(annotation);
      inAnnotation = false;
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
        throws IOException {
      if (inAnnotation) {
        super.showGlyph(place, font, code, displacement);
      }
    }
  }
}
