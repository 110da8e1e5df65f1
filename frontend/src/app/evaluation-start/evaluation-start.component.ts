import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type CollectionsChangeEvent, EvaluationStartEvent } from '../../events';
import { formatBytes, formatLanguage } from '../../i18n';
import { evaluationProblem } from '../../i18n/evaluation';
import type { Collection } from '../../state';
import type { Model } from '../../state/evaluation';
import { base } from '../../themes';
import { choice } from '../styles';
import '../collection-checks/collection-checks';
import { EvaluationElement } from '../evaluation-element';
import { styles } from './evaluation-start.styles';

/** What the server takes. */
export const longestName = 200;

/**
 * Takes a dataset by drop or by dialog, then asks for a name, where to look for the answers, and which readers answer.
 *
 * @event passim-evaluation-start - Everything is there.
 */
export class EvaluationStartElement extends EvaluationElement {
  static override readonly styles = [base, choice, styles];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  /** The readers there are. */
  @property({ attribute: false }) models: readonly Model[] = [];
  @property({ type: Boolean }) sending = false;
  /** Why it was not started. */
  @property({ attribute: false }) problem: string | null = null;

  @state() private over = false;
  @state() private file: File | null = null;
  @state() private own = true;
  @state() private chosen: readonly string[] = [];
  /** Names of readers; null before any choice. */
  @state() private readers: readonly string[] | null = null;
  /** What is missing before it can be sent. */
  @state() private lack: string | null = null;
  @query('#dataset') private picker!: HTMLInputElement;
  @query('#name') private nameField!: HTMLInputElement | null;

  override render(): TemplateResult {
    const { start } = this.words;
    const { file, over } = this;
    return html`<div
        class=${over ? 'zone over' : 'zone'}
        @dragenter=${this.#onDrag}
        @dragover=${this.#onDrag}
        @dragleave=${() => (this.over = false)}
        @drop=${this.#onDrop}
      >
        <p class="invitation">${over ? start.dropHere : (file?.name ?? start.drop)}</p>
        <button
          class=${file === null ? 'button' : 'button plain'}
          type="button"
          @click=${() => {
            this.picker.click();
          }}
        >
          ${file === null ? start.choose : start.chooseOther}
        </button>
        <p class="soft">
          ${file === null ? start.format : formatBytes(this.terms.language, file.size)}
        </p>
        <input id="dataset" type="file" accept=".json,application/json" hidden aria-label=${start.file} @change=${this.#onPick} />
      </div>
      ${file === null ? nothing : this.#form(file)}
      ${this.#alert(this.lack ?? this.problem)}`;
  }

  #alert(text: string | null): TemplateResult | typeof nothing {
    return text === null ? nothing : html`<p class="problem" role="alert">${text}</p>`;
  }

  #form(file: File): TemplateResult {
    const { start } = this.words;
    const runs = this.#chosenReaders().length;
    return html`<form @submit=${this.#onSubmit}>
      <label class="field" for="name">${start.name}</label>
      <input id="name" required maxlength=${longestName} autocomplete="off" value=${nameOf(file)} />
      <fieldset>
        <legend>${start.where}</legend>
        ${this.#where(true, start.ownContexts, start.ownContextsHint)}
        ${this.#where(false, start.inCollections)}
        ${
          this.own
            ? nothing
            : html`<passim-collection-checks
                .collections=${this.collections}
                .chosen=${this.chosen}
                @passim-collections-change=${({ collectionIds }: CollectionsChangeEvent) => {
                  this.chosen = collectionIds;
                  this.lack = null;
                }}
              ></passim-collection-checks>`
        }
      </fieldset>
      ${this.models.length < 2 ? nothing : this.#readerChoice()}
      <button class="button" type="submit" ?disabled=${this.sending}>
        ${this.sending ? start.sending : runs < 2 ? start.submit : start.submitSeveral(runs)}
      </button>
    </form>`;
  }

  #where(own: boolean, label: string, hint?: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="where"
        .checked=${this.own === own}
        @change=${() => {
          this.own = own;
          this.lack = null;
        }}
      />
      <span>${label}${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}</span>
    </label>`;
  }

  #readerChoice(): TemplateResult {
    const { start } = this.words;
    return html`<fieldset>
      <legend>${start.readers}<span class="hint">${start.readersHint}</span></legend>
      ${this.models.map((model) => this.#reader(model))}
    </fieldset>`;
  }

  #reader(model: Model): TemplateResult {
    const { name, problem } = model;
    const chosen = this.#chosenReaders();
    return html`<label class=${problem === null ? 'choice' : 'choice off'}>
      <input
        type="checkbox"
        name="reader"
        .checked=${chosen.includes(name)}
        ?disabled=${problem !== null}
        @change=${() => {
          this.readers = this.models
            .map((other) => other.name)
            .filter((other) => chosen.includes(other) !== (other === name));
          this.lack = null;
        }}
      />
      <span>
        ${name}<span class="hint">${this.#readerFacts(model)}</span>
        ${
          problem === null
            ? nothing
            : html`<span class="hint problem">${evaluationProblem(this.terms, problem.code, problem.detail)}</span>`
        }
      </span>
    </label>`;
  }

  #readerFacts({ languages, bytes, quantised, inUse }: Model): string {
    const { start } = this.words;
    const { language } = this.terms;
    return [
      inUse ? start.inUse : '',
      (languages ?? []).map((spoken) => formatLanguage(language, spoken)).join(', '),
      bytes === null ? '' : formatBytes(language, bytes),
      quantised === true ? start.quantised : '',
    ]
      .filter((fact) => fact !== '')
      .join(' · ');
  }

  /** The server's unless others are chosen; that one comes first, as what the others are held against. */
  #chosenReaders(): readonly string[] {
    const own = this.models.filter(({ inUse }) => inUse).map(({ name }) => name);
    const chosen = this.readers ?? own;
    return [...chosen.filter((name) => own.includes(name)), ...chosen.filter((name) => !own.includes(name))];
  }

  #onDrag(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files[0]);
  }

  #onPick(): void {
    this.#take(this.picker.files?.[0]);
    this.picker.value = '';
  }

  #take(file: File | undefined): void {
    if (file === undefined) {
      return;
    }
    this.problem = null;
    this.lack = null;
    this.file = file;
    void this.updateComplete.then(() => {
      if (this.nameField !== null) {
        this.nameField.value = nameOf(file);
        this.nameField.select();
      }
    });
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.nameField?.value.trim() ?? '';
    const collectionIds = this.own ? [] : this.chosen;
    const readers = this.models.length === 0 ? [null] : this.#chosenReaders();
    const { noCollection, noReader } = this.words.start;
    this.lack =
      !this.own && collectionIds.length === 0 ? noCollection : readers.length === 0 ? noReader : null;
    if (this.file !== null && name !== '' && this.lack === null) {
      this.dispatchEvent(new EvaluationStartEvent(name, this.file, collectionIds, readers));
    }
  }
}

function nameOf({ name }: File): string {
  return name.replace(/\.json$/i, '').slice(0, longestName);
}
