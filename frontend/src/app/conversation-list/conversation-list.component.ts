import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement, plusIcon, trashIcon } from '../../components';
import {
  ConversationRemoveEvent,
  ConversationSelectEvent,
  ConversationsOlderEvent,
  ConversationStartEvent,
} from '../../events';
import { formatDate } from '../../i18n';
import type { Conversation } from '../../state';
import { base } from '../../themes';
import { styles } from './conversation-list.styles';

/**
 * Earlier conversations, newest first.
 *
 * @event passim-conversation-start - A new one.
 * @event passim-conversation-select - One of these.
 * @event passim-conversation-remove - Delete one of these.
 * @event passim-conversations-older - Those before these.
 */
export class ConversationListElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) conversations: readonly Conversation[] = [];
  /** Whether there may be older ones. */
  @property({ type: Boolean }) hasOlder = false;
  @property() currentId: string | null = null;

  /** How many there were when older ones were asked for: the first of those gets the focus. */
  #shown: number | null = null;

  override render(): TemplateResult {
    const { conversations } = this.terms;
    return html`<button
        class="button plain start"
        type="button"
        @click=${() => this.dispatchEvent(new ConversationStartEvent())}
      >
        ${plusIcon}${conversations.start}
      </button>
      <h2 class="hidden-text">${conversations.title}</h2>
      ${
        this.conversations.length === 0
          ? html`<p>${conversations.none}</p>`
          : html`<ul>
            ${this.conversations.map((conversation) => this.#item(conversation))}
          </ul>`
      }
      ${
        this.hasOlder
          ? html`<button class="button plain older" type="button" @click=${this.#showOlder}>
            ${conversations.older}
          </button>`
          : nothing
      }`;
  }

  protected override updated(): void {
    const shown = this.#shown;
    if (shown !== null && (this.conversations.length > shown || !this.hasOlder)) {
      this.#shown = null;
      const items = this.renderRoot.querySelectorAll<HTMLElement>('.open');
      items[Math.min(shown, items.length - 1)]?.focus();
    }
  }

  #showOlder(): void {
    this.#shown = this.conversations.length;
    this.dispatchEvent(new ConversationsOlderEvent());
  }

  #item({ id, title, startedAt }: Conversation): TemplateResult {
    const { conversations, language } = this.terms;
    const name = title ?? conversations.untitled;
    const remove = conversations.remove(name);
    return html`<li>
      <button
        class="open"
        type="button"
        aria-current=${id === this.currentId}
        @click=${() => this.dispatchEvent(new ConversationSelectEvent(id))}
      >
        <span class="title">${name}</span>
        <span class="date">${formatDate(language, startedAt)}</span>
      </button>
      <button
        class="icon"
        type="button"
        title=${remove}
        aria-label=${remove}
        @click=${() => this.dispatchEvent(new ConversationRemoveEvent(id))}
      >
        ${trashIcon}
      </button>
    </li>`;
  }
}
