import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type ComposerElement, menuIcon, PassimElement } from '../../components';
import { type PassimApi, problemOf } from '../../connection';
import {
  type AskEvent,
  type CollectionChoiceEvent,
  ConversationKnownEvent,
  type ConversationRemoveEvent,
  type ConversationSelectEvent,
  type FeedbackEvent,
  type FiltersChangeEvent,
  type StopEvent,
} from '../../events';
import { problemText } from '../../i18n';
import { activeFilters, type Conversation, type Filters } from '../../state';
import { base } from '../../themes';
import { ChatController } from '../../widget';
import '../collection-choice/collection-choice';
import '../confirm/confirm';
import '../conversation-list/conversation-list';
import '../filter-choice/filter-choice';
import { storeCollection, storedCollection, storedFilters, storeFilters } from '../preferences';
import { toastStyles } from '../styles';
import { toast } from '../toast';
import '../welcome/welcome';
import { styles } from './chat-page.styles';
import { ShelfController } from './shelf-controller';

/** The chat: conversations beside, exchanges above, the question below. */
export class ChatPageElement extends PassimElement {
  static override readonly styles = [base, toastStyles, styles];

  @property({ attribute: false }) api!: PassimApi;
  /** False while another page is shown; the conversation goes on. */
  @property({ type: Boolean }) active = true;
  @property() conversationId: string | null = null;

  @state() private chosen = storedCollection();
  @state() private filters: Filters = storedFilters();
  @state() private menuOpen = false;
  @state() private removing: Conversation | null = null;
  /** Why a conversation was not deleted. */
  @state() private refusal: string | null = null;
  @query('passim-composer') private composer!: ComposerElement;

  readonly #shelf = new ShelfController(this, () => this.api);
  #chat: ChatController | null = null;

  override render(): TemplateResult {
    const chat = this.#chat;
    if (chat === null) {
      return html``;
    }
    return html`<aside
        id="conversations"
        class=${this.menuOpen ? 'open' : ''}
        @keydown=${this.#onMenuKey}
        @passim-conversation-start=${() => {
          this.#open(null);
        }}
        @passim-conversation-select=${(event: ConversationSelectEvent) => {
          this.#open(event.id);
        }}
        @passim-conversation-remove=${this.#onRemove}
        @passim-conversations-older=${() => void this.#shelf.showOlder()}
      >
        <passim-conversation-list
          .conversations=${this.#shelf.conversations}
          .hasOlder=${this.#shelf.hasOlder}
          .currentId=${chat.state.conversationId}
        ></passim-conversation-list>
      </aside>
      ${this.menuOpen ? html`<div class="backdrop" @click=${this.#closeMenu}></div>` : nothing}
      ${this.#conversation(chat)} ${this.#confirmation()}
      ${toast(this.refusal, this.terms, () => (this.refusal = null))}`;
  }

  #conversation(chat: ChatController): TemplateResult {
    const { exchanges, connection } = chat.state;
    return html`<div
      class="conversation"
      @passim-ask=${this.#onAsk}
      @passim-stop=${(event: StopEvent) => {
        chat.stop(event.id);
      }}
      @passim-reconnect=${() => {
        chat.reconnect();
      }}
      @passim-feedback=${(event: FeedbackEvent) => {
        chat.rate(event.answerId, event.rating, event.expected);
      }}
      @passim-collection-choice=${this.#onChoice}
    >
      <div class="bar">
        <button
          class="quiet"
          type="button"
          aria-expanded=${this.menuOpen}
          aria-controls="conversations"
          @click=${() => (this.menuOpen = !this.menuOpen)}
        >
          ${menuIcon}${this.terms.app.menu}
        </button>
      </div>
      ${exchanges.length === 0 ? nothing : html`<h1 class="hidden-text">${this.terms.chat.title}</h1>`}
      <passim-thread .chat=${chat.state}>
        <passim-welcome slot="empty" .collections=${this.#shelf.collections}></passim-welcome>
      </passim-thread>
      <div class="dock">
        <passim-connection .status=${connection}></passim-connection>
        <passim-composer .busyId=${chat.busyId} .followUp=${exchanges.length > 0}>
          <passim-collection-choice
            slot="options"
            .collections=${this.#shelf.collections ?? []}
            .chosen=${this.chosen}
          ></passim-collection-choice>
          <passim-filter-choice
            slot="options"
            .filters=${this.filters}
            .loadTags=${this.#loadTags}
            @passim-filters-change=${this.#onFilters}
          ></passim-filter-choice>
        </passim-composer>
      </div>
    </div>`;
  }

  #confirmation(): TemplateResult | typeof nothing {
    if (this.removing === null) {
      return nothing;
    }
    const { conversations } = this.terms;
    const { id, title } = this.removing;
    return html`<passim-confirm
      .heading=${conversations.removeTitle}
      .text=${conversations.removeText(title ?? conversations.untitled)}
      .action=${conversations.removeConfirm}
      @passim-confirm=${() => void this.#remove(id)}
      @passim-cancel=${() => (this.removing = null)}
    ></passim-confirm>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#chat ??= this.#startChat();
    const asked = this.conversationId;
    if (
      changed.has('conversationId') &&
      this.active &&
      asked !== null &&
      asked !== this.#chat.state.conversationId
    ) {
      this.#chat.open(asked);
    }
    if (changed.has('active') && this.active) {
      void this.#shelf.refresh();
    }
  }

  protected override firstUpdated(): void {
    if (matchMedia('(hover: hover)').matches) {
      void this.composer.updateComplete.then(() => {
        this.composer.focus();
      });
    }
  }

  #startChat(): ChatController {
    const chat = new ChatController(this, {
      api: this.api,
      language: () => this.terms.language,
      onAnswer: () => void this.#shelf.refreshConversations(),
      onConversation: () => {
        this.#tellConversation();
      },
    });
    chat.open(this.conversationId);
    return chat;
  }

  #open(id: string | null): void {
    this.#closeMenu();
    this.dispatchEvent(new ConversationKnownEvent(id));
    this.#chat?.open(id);
    this.composer.focus();
  }

  #onAsk({ question, standalone }: AskEvent): void {
    const searched = this.#searched();
    this.#chat?.ask(
      question,
      searched.length === 0 ? null : searched,
      standalone,
      activeFilters(this.filters),
    );
    this.#tellConversation();
  }

  /** A conversation without a question is not worth an address. */
  #tellConversation(): void {
    const state = this.#chat?.state;
    if (state !== undefined && state.exchanges.length > 0) {
      this.dispatchEvent(new ConversationKnownEvent(state.conversationId));
    }
  }

  /** A collection that has gone since is no choice any more. */
  #searched(): readonly string[] {
    const known =
      this.#shelf.collections?.some((collection) => collection.id === this.chosen) ?? true;
    return this.chosen !== null && known ? [this.chosen] : [];
  }

  readonly #loadTags = (): Promise<readonly string[]> => this.#shelf.tags(this.#searched());

  #onFilters({ filters }: FiltersChangeEvent): void {
    this.filters = filters;
    storeFilters(filters);
  }

  #onChoice({ collectionId }: CollectionChoiceEvent): void {
    this.chosen = collectionId;
    storeCollection(collectionId);
  }

  #onRemove({ id }: ConversationRemoveEvent): void {
    this.removing =
      this.#shelf.conversations.find((conversation) => conversation.id === id) ?? null;
  }

  async #remove(id: string): Promise<void> {
    this.removing = null;
    try {
      await this.api.deleteConversation(id);
      this.#shelf.forget(id);
      this.refusal = null;
      if (this.#chat?.state.conversationId === id) {
        this.#open(null);
      }
    } catch (error) {
      const { code, message } = problemOf(error);
      this.refusal = problemText(this.terms, code, message);
    }
    await this.#shelf.refreshConversations();
  }

  readonly #closeMenu = (): void => {
    this.menuOpen = false;
  };

  #onMenuKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#closeMenu();
      this.renderRoot.querySelector<HTMLElement>('.bar button')?.focus();
    }
  }
}
