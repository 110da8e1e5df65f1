import { html, type TemplateResult } from 'lit';
import { closeIcon } from '../components';
import type { Terms } from '../i18n';

/** Says at the lower edge why what was asked for was not done; hidden while there is nothing to say. */
export function toast(text: string | null, { app }: Terms, onClose: () => void): TemplateResult {
  return html`<div class="toast" role="alert" ?hidden=${text === null}>
    <p>${text}</p>
    <button class="icon" type="button" title=${app.close} aria-label=${app.close} @click=${onClose}>
      ${closeIcon}
    </button>
  </div>`;
}
