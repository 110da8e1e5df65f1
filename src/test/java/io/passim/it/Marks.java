package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The marks over quoted words in the viewer. */
final class Marks {
  private Marks() {}

  static Locator marks(Page page) {
    return page.locator("passim-viewer-page mark.cited");
  }

  static String marked(Page page) {
    return String.join("", marks(page).allTextContents());
  }

  static String solid(String text) {
    return text.replaceAll("[\\s-]", "");
  }

  /** Every mark lies within its page's canvas, over something that is drawn there. */
  static void assertOnInk(Page page) {
    Object bare =
        page.evaluate(
            """
            () => {
              const view = document.querySelector('passim-app').shadowRoot
                .querySelector('passim-viewer-page').shadowRoot.querySelector('passim-pdf-view');
              return [...view.shadowRoot.querySelectorAll('mark.cited')].filter((mark) => {
                const canvas = mark.closest('.page').querySelector('canvas');
                const outer = canvas.getBoundingClientRect();
                const box = mark.getBoundingClientRect();
                const scale = canvas.width / outer.width;
                if (box.left < outer.left || box.right > outer.right || box.top < outer.top ||
                    box.bottom > outer.bottom || box.width < 4 || box.height < 6) return true;
                const { data } = canvas.getContext('2d').getImageData(
                  (box.left - outer.left) * scale, (box.top - outer.top) * scale,
                  box.width * scale, box.height * scale);
                let dark = 0;
                for (let i = 0; i < data.length; i += 4) dark += data[i] < 128 ? 1 : 0;
                return dark < data.length / 4 * 0.03;
              }).map((mark) => mark.textContent);
            }
            """);
    assertEquals(List.of(), bare);
  }
}
