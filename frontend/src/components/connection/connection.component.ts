import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ReconnectEvent } from '../../events';
import type { ConnectionStatus } from '../../state';
import { base } from '../../themes';
import { PassimElement } from '../passim-element';
import { styles } from './connection.styles';

/**
 * Says where the connection stands, once there is something to say. A screen reader is told of a loss and of its end,
 * not of each attempt between.
 *
 * @event passim-reconnect - Try again now.
 */
export class ConnectionElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) status: ConnectionStatus = { kind: 'idle' };

  @state() private now = Date.now();
  #announced = '';
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => (this.now = Date.now()), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render(): TemplateResult {
    return html`${this.#notice()}
      <div class="hidden-text" role="status">${this.#announced}</div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('status')) {
      this.#announced = this.#announcement();
    }
  }

  #announcement(): string {
    const { connection } = this.terms;
    switch (this.status.kind) {
      case 'connecting':
        return this.#announced;
      case 'online':
        return this.#announced === '' ? '' : connection.online;
      case 'reconnecting':
        return connection.lost;
      case 'offline':
        return connection.offline;
      case 'idle':
      case 'refused':
        return '';
    }
  }

  #notice(): TemplateResult | typeof nothing {
    const { connection } = this.terms;
    switch (this.status.kind) {
      case 'idle':
      case 'online':
        return nothing;
      case 'connecting':
        return html`<p class="calm"><span>${connection.connecting}</span></p>`;
      case 'reconnecting':
        return this.#lost(connection.reconnecting(this.#seconds(this.status.retryAt)));
      case 'offline':
        return this.#lost(connection.offline);
      case 'refused':
        return html`<p role="alert"><span>${connection.refused}</span></p>`;
    }
  }

  #lost(text: string): TemplateResult {
    return html`<p>
      <span>${text}</span>
      <button class="quiet" type="button" @click=${() => this.dispatchEvent(new ReconnectEvent())}>
        ${this.terms.connection.tryNow}
      </button>
    </p>`;
  }

  #seconds(retryAt: number): number {
    return Math.max(0, Math.ceil((retryAt - this.now) / 1000));
  }
}
