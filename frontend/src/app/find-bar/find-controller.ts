import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { FindEvent, FindStepEvent } from '../../events';
import type { CharSpan, DocumentText } from '../../state';
import { DocumentSearch } from './document-search';
import './find-bar';
import type { FindBarElement } from './find-bar';

/** What shows the text that is searched. */
interface MatchView {
  readonly updateComplete: Promise<boolean>;
  showMatch: () => void;
  focus: () => void;
}

/** The search bar of an element that shows a document: whether it is open, and what it has found. */
export class FindController {
  readonly #host: ReactiveControllerHost;
  readonly #view: () => MatchView | null | undefined;
  readonly #from: () => number;
  readonly #bar = createRef<FindBarElement>();
  #search = new DocumentSearch({ text: '', pages: [] });
  #isOpen = false;

  /** A search begins at the offset that `from` tells: what is looked at. */
  constructor(
    host: ReactiveControllerHost,
    view: () => MatchView | null | undefined,
    from: () => number,
  ) {
    this.#host = host;
    this.#view = view;
    this.#from = from;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get matches(): readonly CharSpan[] {
    return this.#search.matches;
  }

  /** Index of the match that is shown, or -1. */
  get current(): number {
    return this.#search.current;
  }

  /** Closes the bar; the next search is of this text. */
  reset(text: DocumentText): void {
    this.#search = new DocumentSearch(text);
    this.#isOpen = false;
    this.#host.requestUpdate();
  }

  readonly open = (): void => {
    this.#isOpen = true;
    this.#host.requestUpdate();
    this.#bar.value?.focus();
  };

  render(): TemplateResult | typeof nothing {
    const { query, matches, current } = this.#search;
    return this.#isOpen
      ? html`<passim-find-bar
          ${ref(this.#bar)}
          .query=${query}
          .hits=${matches.length}
          .current=${current}
          @passim-find=${this.#onFind}
          @passim-find-step=${this.#onStep}
          @passim-find-close=${this.#onClose}
        ></passim-find-bar>`
      : nothing;
  }

  readonly #onFind = ({ query }: FindEvent): void => {
    this.#search.find(query, this.#from());
    this.#showMatch();
  };

  readonly #onStep = ({ by }: FindStepEvent): void => {
    this.#search.step(by);
    this.#showMatch();
  };

  readonly #onClose = (): void => {
    this.#isOpen = false;
    this.#search.clear();
    this.#host.requestUpdate();
    this.#view()?.focus();
  };

  #showMatch(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(async () => {
      await this.#view()?.updateComplete;
      this.#view()?.showMatch();
    });
  }
}
