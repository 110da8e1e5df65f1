import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AnswerElement, appLinks, linksContext } from '../../components';
import { PassimApi, serverBase } from '../../connection';
import type {
  CitationStepEvent,
  ConversationKnownEvent,
  GoEvent,
  LanguageChangeEvent,
  ThemeChangeEvent,
} from '../../events';
import { chooseTerms, type Terms, termsContext, type ThemeChoice } from '../../i18n';
import { type CitedPlace, citationTrail, readTrail } from '../../state';
import { base, tokens } from '../../themes';
import '../chat-page/chat-page';
import '../lazy-page/lazy-page';
import '../library-page/library-page';
import '../menu/menu';
import '../preferences/preferences';
import { storedLanguage, storedTheme, storeLanguage, storeTheme } from '../preferences';
import { chatPath, clickedPath, parseRoute, type Route } from '../router';
import { sendingOf, Uploads } from '../uploads/uploads';
import '../search-page/search-page';
import '../viewer-page/viewer-page';
import { styles } from './app.styles';

/** The whole page: head, language, appearance, and which of the pages is shown. The chat stays alive behind them. */
export class AppElement extends LitElement {
  static override readonly styles = [tokens, base, styles];

  @state() private terms: Terms = chooseTerms([storedLanguage(), ...navigator.languages]);
  @state() private theme: ThemeChoice = storedTheme();
  @state() private route: Route = parseRoute(location);
  /** Files sent and to send, as `3/12`; empty while nothing is sent. */
  @state() private sending = '';
  @state() private trail = readTrail(history.state);

  readonly #api = new PassimApi(serverBase('', location.origin));
  /** Lives as long as the page: what is being sent goes on while another part is shown. */
  readonly #uploads = new Uploads(this.#api);
  #unsubscribe: (() => void) | null = null;
  readonly #termsProvider = new ContextProvider(this, {
    context: termsContext,
    initialValue: this.terms,
  });
  #chatPath = this.route.kind === 'chat' ? chatPath(this.route.conversationId) : '/';

  constructor() {
    super();
    new ContextProvider(this, { context: linksContext, initialValue: appLinks });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#onPopState);
    this.#unsubscribe = this.#uploads.subscribe({
      onUploads: () => {
        this.sending = sendingOf(this.#uploads);
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#onPopState);
    this.#unsubscribe?.();
  }

  override render(): TemplateResult {
    const { app } = this.terms;
    return html`<div
      class="page"
      @click=${this.#onClick}
      @passim-language-change=${this.#onLanguage}
      @passim-theme-change=${this.#onTheme}
      @passim-conversation-known=${this.#onConversationKnown}
      @passim-go=${({ path, within }: GoEvent) => {
        this.#go(path, null);
        if (!within) {
          this.#focusMain();
        }
      }}
      @passim-citation-step=${this.#onCitationStep}
    >
      <header>
        <a class="skip" href="#main" @click=${this.#skip}>${app.skipToContent}</a>
        <a class="brand" href=${this.#chatPath} lang="la" title=${app.tagline}>passim</a>
        <nav>
          ${this.#navLink(this.#chatPath, app.ask, this.route.kind === 'chat')}
          ${this.#navLink('/library', app.documents, this.route.kind === 'library')}
          ${this.#tools()}
          ${this.#sendingNote()}
        </nav>
        <passim-preferences .theme=${this.theme}></passim-preferences>
      </header>
      <main id="main" tabindex="-1">
        <passim-chat-page
          ?hidden=${this.route.kind !== 'chat'}
          .api=${this.#api}
          .active=${this.route.kind === 'chat'}
          .conversationId=${this.route.kind === 'chat' ? this.route.conversationId : null}
        ></passim-chat-page>
        ${this.#page(this.route)}
      </main>
    </div>`;
  }

  /** Elsewhere than in the library, which says more. */
  #sendingNote(): TemplateResult | typeof nothing {
    return this.sending === '' || this.route.kind === 'library'
      ? nothing
      : html`<span class="sending" title=${this.terms.uploads.title}>
          <span class="hidden-text">${this.terms.uploads.title}</span>${this.sending}
        </span>`;
  }

  /** What fewer people need: side by side where there is room, else in a menu. */
  #tools(): TemplateResult {
    const { app } = this.terms;
    const { kind } = this.route;
    const tools = [
      { id: 'search', href: '/search', label: app.search },
      { id: 'evaluations', href: '/evaluations', label: app.evaluations },
      { id: 'curated', href: '/curated', label: app.curated },
      { id: 'reviews', href: '/reviews', label: app.reviews },
    ];
    return html`<span class="tools">
        ${tools.map(({ id, href, label }) => this.#navLink(href, label, id === kind))}
      </span>
      <span class=${tools.some(({ id }) => id === kind) ? 'more current' : 'more'}>
        <passim-menu .label=${app.more} .items=${tools}></passim-menu>
      </span>`;
  }

  #navLink(href: string, label: string, current: boolean): TemplateResult {
    return html`<a href=${href} aria-current=${current ? 'page' : 'false'}>${label}</a>`;
  }

  #page(route: Route): TemplateResult {
    switch (route.kind) {
      case 'chat':
        return html``;
      case 'library':
        return html`<passim-library-page
          .api=${this.#api}
          .uploads=${this.#uploads}
          .collectionId=${route.collectionId}
        ></passim-library-page>`;
      case 'document':
        return html`<passim-viewer-page
          .api=${this.#api}
          .documentId=${route.id}
          .start=${route.start}
          .end=${route.end}
          .trail=${this.trail}
        ></passim-viewer-page>`;
      case 'search':
        return html`<passim-search-page .api=${this.#api} .scope=${route.scope}></passim-search-page>`;
      case 'evaluations':
        return html`<passim-lazy-page .load=${() => import('../evaluations-page/evaluations-page')}>
          <passim-evaluations-page
            .api=${this.#api}
            .evaluationId=${route.id}
            .against=${route.against}
          ></passim-evaluations-page>
        </passim-lazy-page>`;
      case 'curated':
        return html`<passim-lazy-page .load=${() => import('../curated-page/curated-page')}>
          <passim-curated-page
            .api=${this.#api}
            .entry=${route.entry}
            .reviewId=${route.reviewId}
          ></passim-curated-page>
        </passim-lazy-page>`;
      case 'reviews':
        return html`<passim-lazy-page .load=${() => import('../reviews-page/reviews-page')}>
          <passim-reviews-page .api=${this.#api} .shown=${route.part}></passim-reviews-page>
        </passim-lazy-page>`;
      case 'unknown':
        return html`<p class="unknown">${this.terms.app.pageNotFound}</p>`;
    }
  }

  protected override updated(): void {
    const { app } = this.terms;
    document.documentElement.lang = this.terms.language;
    document.documentElement.style.colorScheme = this.theme === 'auto' ? '' : this.theme;
    this.setAttribute('theme', this.theme);
    const title = pageTitle(this.route, app);
    if (title !== null) {
      document.title = `${title} · Passim`;
    }
  }

  readonly #onPopState = (): void => {
    this.#show(parseRoute(location));
  };

  #onClick(event: MouseEvent): void {
    const path = clickedPath(event);
    if (path !== null) {
      event.preventDefault();
      this.#go(path, followedTrail(event, path));
      this.#focusMain();
    }
  }

  #go(path: string, trail: readonly CitedPlace[] | null): void {
    history.pushState(trail, '', path);
    this.#show(parseRoute(location));
  }

  #show(route: Route): void {
    this.route = route;
    this.trail = readTrail(history.state);
    if (route.kind === 'chat') {
      this.#chatPath = chatPath(route.conversationId);
    }
  }

  #onConversationKnown(event: ConversationKnownEvent): void {
    this.#chatPath = chatPath(event.id);
    if (this.route.kind === 'chat') {
      history.replaceState(null, '', this.#chatPath);
      this.route = parseRoute(location);
    }
  }

  /** Back then leads to the answer, however many of its citations were seen. */
  #onCitationStep({ path }: CitationStepEvent): void {
    history.replaceState(history.state, '', path);
    this.#show(parseRoute(location));
  }

  #onLanguage({ language }: LanguageChangeEvent): void {
    storeLanguage(language);
    this.terms = chooseTerms([language]);
    this.#termsProvider.setValue(this.terms);
  }

  #onTheme({ theme }: ThemeChangeEvent): void {
    storeTheme(theme);
    this.theme = theme;
  }

  #skip(event: MouseEvent): void {
    event.preventDefault();
    this.#focusMain();
  }

  #focusMain(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}

/** Null where the page itself knows better. */
function pageTitle(route: Route, app: Terms['app']): string | null {
  switch (route.kind) {
    case 'library':
      return app.documents;
    case 'search':
      return app.search;
    case 'evaluations':
      return route.id === null ? app.evaluations : null;
    case 'curated':
      return app.curated;
    case 'reviews':
      return app.reviews;
    case 'document':
      return null;
    case 'chat':
    case 'unknown':
      return app.ask;
  }
}

/** The citations beside the one that a click follows, if it stands in an answer. */
function followedTrail(event: MouseEvent, path: string): readonly CitedPlace[] | null {
  const element = event.composedPath().find((target) => target instanceof AnswerElement);
  const route = parseRoute(new URL(path, location.href));
  if (element?.answer == null || route.kind !== 'document') {
    return null;
  }
  const { id: documentId, start, end } = route;
  return start === null || end === null
    ? null
    : citationTrail(element.answer, { documentId, start, end });
}
