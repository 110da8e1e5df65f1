import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { closeIcon, type ComposerElement, linksContext, plusIcon, quoteIcon } from '../components';
import { linkUrl, PassimApi, serverBase } from '../connection';
import {
  AnswerEvent,
  type AskEvent,
  CloseEvent,
  type FeedbackEvent,
  OpenEvent,
  type StopEvent,
} from '../events';
import { chooseTerms, type Terms, termsContext } from '../i18n';
import { activeFilters, normalTag } from '../state';
import { base, tokens } from '../themes';
import { ChatController } from './chat-controller';
import { styles } from './chat.styles';
import { RememberedConversation } from './remembered';
import { scriptServer } from './script-origin';
import { ViewportController } from './viewport-controller';

/**
 * A chat that answers from documents, for any page: a button that opens a panel.
 *
 * ```html
 * <script src="https://passim.example/passim-chat.js" defer></script>
 * <passim-chat collection="staff-rules" language="fr"></passim-chat>
 * ```
 *
 * @event passim-open - The panel opened.
 * @event passim-close - The panel closed.
 * @event passim-ask - A question was asked: `question`, `standalone`.
 * @event passim-answer - It was answered: `question`, `status`, `text`, `confidence`, `link`.
 * @event passim-citation-open - A citation was followed: `documentId`, `href`. Cancel to open it in your own way.
 * @event passim-feedback - An answer was rated: `answerId`, `rating`, `expected`.
 *
 * @csspart launcher - The button.
 * @csspart panel - The panel.
 * @csspart header - The panel's head with the heading.
 * @csspart thread - Questions and answers.
 * @csspart composer - Where questions are typed.
 *
 * @cssproperty --passim-accent - Buttons, links and focus rings; with `--passim-on-accent` for text on it.
 * @cssproperty --passim-paper - Background; with `--passim-raised`, `--passim-sunken`, `--passim-ink`, `--passim-ink-soft`.
 * @cssproperty --passim-marker - Behind quoted words; with `--passim-on-marker`.
 * @cssproperty --passim-serif - Typeface of quotations.
 * @cssproperty --passim-sans - Typeface of everything else.
 * @cssproperty --passim-chat-inset - Distance of button and panel from the corner.
 * @cssproperty --passim-chat-layer - Their z-index.
 */
export class ChatElement extends LitElement {
  static override readonly styles = [tokens, base, styles];

  /** Address of the Passim server. The script's own origin if not given. */
  @property() server = '';
  /**
   * Id of the collection to search, or several with commas. All of them if not given; none if empty,
   * so that a portal that finds nothing a person may see does not have everything searched.
   */
  @property() collection: string | null = null;
  /** Only documents with at least one of these tags, with commas. */
  @property() tags = '';
  /** Only documents in one of these languages, such as `en,fr`. */
  @property() languages = '';
  /** Only documents dated on this day or later, such as `2025-01-01`; one without a date is left out. */
  @property() from = '';
  /** Only documents dated on this day or earlier. */
  @property() to = '';
  /** `en` or `fr`. The page's or browser's language if not given. */
  @property() language = '';
  /** `light` or `dark`. The system's if not given. */
  @property({ reflect: true }) theme = '';
  /** Widget token for servers that ask for one. */
  @property() token = '';
  /** Title of the panel. */
  @property() heading = '';
  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private terms: Terms = chooseTerms([]);
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('passim-composer') private composer?: ComposerElement;

  readonly #termsProvider = new ContextProvider(this, {
    context: termsContext,
    initialValue: this.terms,
  });
  readonly #linksProvider = new ContextProvider(this, {
    context: linksContext,
    initialValue: { resolve: (link) => link, newTab: true, library: null, curated: null },
  });
  readonly #viewport = new ViewportController(this, () => this.dialog);
  #chat: ChatController | null = null;

  override render(): TemplateResult {
    const { widget } = this.terms;
    const heading = this.heading === '' ? widget.heading : this.heading;
    return html`<button
        class="launcher"
        lang=${this.terms.language}
        part="launcher"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        ?hidden=${this.open}
        @click=${() => (this.open = true)}
      >
        ${quoteIcon}<span>${widget.open}</span>
      </button>
      <dialog
        part="panel"
        lang=${this.terms.language}
        aria-labelledby="heading"
        @cancel=${this.#onCancel}
        @keydown=${this.#onKeydown}
        @passim-ask=${this.#onAsk}
        @passim-stop=${(event: StopEvent) => this.#chat?.stop(event.id)}
        @passim-feedback=${this.#onFeedback}
        @passim-reconnect=${() => this.#chat?.reconnect()}
      >
        <div class="head" part="header">
          <h1 id="heading">${heading}</h1>
          ${this.#headerButton(this.terms.conversations.start, plusIcon, () => this.#chat?.open(null))}
          ${this.#headerButton(widget.close, closeIcon, () => (this.open = false))}
        </div>
        ${this.#chat === null ? nothing : this.#conversation(this.#chat)}
      </dialog>`;
  }

  #headerButton(label: string, icon: unknown, action: () => void): TemplateResult {
    return html`<button class="icon" type="button" title=${label} aria-label=${label} @click=${action}>${icon}</button>`;
  }

  #conversation(chat: ChatController): TemplateResult {
    const { widget } = this.terms;
    return html`<passim-thread part="thread" .chat=${chat.state}>
        <p slot="empty" class="greeting">${widget.greeting}</p>
      </passim-thread>
      <footer>
        <passim-connection .status=${chat.state.connection}></passim-connection>
        <passim-composer
          part="composer"
          .busyId=${chat.busyId}
          .followUp=${chat.state.exchanges.length > 0}
        ></passim-composer>
        <p class="note">${widget.note}</p>
      </footer>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('language') || !this.hasUpdated) {
      this.terms = chooseTerms([
        this.language,
        document.documentElement.lang,
        ...navigator.languages,
      ]);
      this.#termsProvider.setValue(this.terms);
    }
    if (this.open && this.#chat === null) {
      this.#chat = this.#startChat();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || changed.get('open') === this.open) {
      return;
    }
    if (this.open) {
      this.#showPanel();
    } else if (changed.get('open') === true) {
      const within = this.shadowRoot?.activeElement ?? null;
      this.dialog.close();
      if (within !== null) {
        this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
      }
      this.dispatchEvent(new CloseEvent());
    }
  }

  /** On a phone the panel is the page, and focus stays within it; elsewhere the page remains usable beside it. */
  #showPanel(): void {
    this.#viewport.follow();
    if (matchMedia('(max-width: 30em)').matches) {
      this.dialog.showModal();
    } else {
      this.dialog.show();
    }
    void this.composer?.updateComplete.then(() => this.composer?.focus());
    this.dispatchEvent(new OpenEvent());
  }

  #startChat(): ChatController {
    const server = serverBase(this.server === '' ? scriptServer : this.server, location.href);
    const token = this.token === '' ? undefined : this.token;
    const remembered = new RememberedConversation(`passim-chat ${server.href} ${this.collection ?? ''}`);
    this.#linksProvider.setValue({
      resolve: (link) => linkUrl(server, link).href,
      newTab: true,
      library: null,
      curated: null,
    });
    const chat = new ChatController(this, {
      api: new PassimApi(server, token),
      token,
      language: () => this.terms.language,
      onConversation: (id) => (remembered.id = id),
      onAnswer: ({ question, status, text, confidence, citation }) => {
        const link = citation === null ? null : linkUrl(server, citation.link).href;
        this.dispatchEvent(new AnswerEvent(question, status, text, confidence, link));
      },
    });
    chat.open(remembered.id);
    return chat;
  }

  #onAsk(event: AskEvent): void {
    const filters = activeFilters({
      tags: listed(this.tags).map(normalTag),
      languages: listed(this.languages),
      from: this.from.trim(),
      to: this.to.trim(),
    });
    const collectionIds = this.collection === null ? null : listed(this.collection);
    this.#chat?.ask(event.question, collectionIds, event.standalone, filters);
  }

  #onFeedback(event: FeedbackEvent): void {
    this.#chat?.rate(event.answerId, event.rating, event.expected);
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.open = false;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      this.open = false;
    }
  }
}

/** What an attribute lists with commas. */
function listed(attribute: string): readonly string[] {
  return attribute
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
