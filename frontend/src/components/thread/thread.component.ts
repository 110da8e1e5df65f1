import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { problemText } from '../../i18n';
import type { ChatState, Exchange } from '../../state';
import { emptyChat } from '../../state';
import { base } from '../../themes';
import '../exchange/exchange';
import { PassimElement } from '../passim-element';
import { announcement } from './announcement';
import { styles } from './thread.styles';

/** Pixels between the head of the page and the question that was scrolled to. */
const roomAbove = 32;

/**
 * The exchanges of a conversation, oldest first. Scrolls itself; follows what is new while its end is in view, and
 * tells a screen reader of each answer once.
 *
 * @slot empty - Shown while nothing has been asked.
 * @csspart list - The exchanges.
 */
export class ThreadElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) chat: ChatState = emptyChat;

  @state() private announced = '';
  @state() private awayFromEnd = false;

  override render(): TemplateResult {
    const { exchanges, notice, connection } = this.chat;
    return html`<div class="scroll" @scroll=${this.#onScroll}>
        ${
          exchanges.length === 0
            ? html`<slot name="empty"></slot>`
            : html`<ol part="list">
              ${repeat(
                exchanges,
                (exchange) => exchange.id,
                (exchange) => this.#item(exchange, connection.kind === 'online'),
              )}
            </ol>`
        }
        ${
          notice === null
            ? nothing
            : html`<p class="notice" role="alert">${problemText(this.terms, notice.code, notice.detail)}</p>`
        }
      </div>
      ${
        this.awayFromEnd && exchanges.length > 0
          ? html`<button class="button plain latest" type="button" @click=${this.scrollToEnd}>
            ${this.terms.chat.latest}
          </button>`
          : nothing
      }
      <div class="hidden-text" aria-live="polite" aria-atomic="true">${this.announced}</div>`;
  }

  #item(exchange: Exchange, online: boolean): TemplateResult {
    const answerId = exchange.phase.kind === 'answered' ? exchange.phase.answer.id : '';
    return html`<li>
      <passim-exchange
        .exchange=${exchange}
        .documents=${this.chat.documents}
        .rating=${this.chat.ratings[answerId] ?? null}
        .online=${online}
      ></passim-exchange>
    </li>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('chat');
    if (before !== undefined) {
      const asked = before.exchanges.at(-1)?.id !== this.chat.exchanges.at(-1)?.id;
      this.announced =
        announcement(before, this.chat, this.terms) ?? (asked ? '' : this.announced);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('chat');
    if (before === undefined || before.exchanges === this.chat.exchanges) {
      return;
    }
    const grown = this.chat.exchanges.length > before.exchanges.length;
    const settled = before.exchanges.at(-1)?.phase.kind !== this.chat.exchanges.at(-1)?.phase.kind;
    if (grown || (settled && !this.awayFromEnd)) {
      void this.#follow();
    }
  }

  /** Shows the newest exchange from its question on. Scrolls this list only, never the page around. */
  readonly scrollToEnd = (): void => {
    const scroller = this.renderRoot.querySelector('.scroll');
    const last = this.#lastExchange();
    if (scroller !== null && last !== undefined) {
      const top = last.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scroller.scrollBy({ top: top - roomAbove, behavior: still ? 'instant' : 'smooth' });
    }
  };

  async #follow(): Promise<void> {
    const elements = this.renderRoot.querySelectorAll('passim-exchange');
    await Promise.all([...elements].map((element) => element.updateComplete));
    this.scrollToEnd();
  }

  #onScroll({ currentTarget }: Event): void {
    const end = (currentTarget as Element).getBoundingClientRect().bottom;
    const last = this.#lastExchange();
    this.awayFromEnd = last !== undefined && last.getBoundingClientRect().top > end;
  }

  #lastExchange(): Element | undefined {
    return [...this.renderRoot.querySelectorAll('passim-exchange')].at(-1);
  }
}
