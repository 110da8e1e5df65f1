import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { moreIcon, PassimElement } from '../../components';
import { MenuSelectEvent } from '../../events';
import { base } from '../../themes';
import type { PopupElement } from '../popup/popup';
import '../popup/popup';
import { styles } from './menu.styles';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Where it leads, for an item that is a link. */
  readonly href?: string;
  /** The name to save under, for a link that is to be downloaded. */
  readonly download?: string;
  readonly danger?: boolean;
}

/**
 * A button with a menu of what can be done. Arrows, Home and End move, a letter goes to the next item that begins with
 * it, Escape and Tab leave.
 *
 * @event passim-menu-select - An item was chosen; not for links, which are followed.
 */
export class MenuElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() label = '';
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @state() private open = false;
  @query('.opener') private opener!: HTMLButtonElement;
  @query('passim-popup') private popup!: PopupElement | null;

  override render(): TemplateResult {
    return html`<button
        class="icon opener"
        type="button"
        title=${this.label}
        aria-label=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        @click=${() => (this.open = true)}
        @keydown=${this.#onOpenerKey}
      >
        ${moreIcon}
      </button>
      ${this.open ? this.#popup() : nothing}`;
  }

  #popup(): TemplateResult {
    return html`<passim-popup .label=${this.label} .anchor=${this.opener} @passim-close=${this.#close}>
      <div role="menu" aria-label=${this.label} @keydown=${this.#onKey}>
        ${this.items.map((item) => this.#item(item))}
      </div>
    </passim-popup>`;
  }

  #item({ id, label, href, download, danger = false }: MenuItem): TemplateResult {
    const look = danger ? 'danger' : '';
    return href === undefined
      ? html`<button class=${look} role="menuitem" type="button" tabindex="-1" @click=${() => {
          this.#choose(id);
        }}>${label}</button>`
      : html`<a
          role="menuitem"
          tabindex="-1"
          href=${href}
          download=${download ?? nothing}
          @click=${this.#close}
          >${label}</a
        >`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) {
      void this.#focusFirst();
    }
  }

  async #focusFirst(): Promise<void> {
    await this.popup?.updateComplete;
    this.#itemElements()[0]?.focus();
  }

  #choose(id: string): void {
    this.#close();
    this.dispatchEvent(new MenuSelectEvent(id));
  }

  readonly #close = (): void => {
    this.open = false;
    this.popup?.close();
    this.opener.focus();
  };

  #onOpenerKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.open = true;
    }
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#itemElements();
    const at = items.findIndex((item) => item === event.target);
    if (event.key === 'Tab') {
      event.preventDefault();
      this.#close();
      return;
    }
    const next = nextItem(items, at, event.key);
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    }
  }

  #itemElements(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }
}

function nextItem(
  items: readonly HTMLElement[],
  at: number,
  key: string,
): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(
        (item) =>
          key.length === 1 && item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}
