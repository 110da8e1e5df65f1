import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** Values side by side, the largest as long as the line. */
export function bars(items: readonly Bar[]): TemplateResult {
  const largest = Math.max(...items.map((item) => Math.abs(item.value)), Number.MIN_VALUE);
  return html`<ul class="bars">
    ${items.map(
      ({ label, value, text }) =>
        html`<li>
          <span class="name">${label}</span>
          <span class="bar" aria-hidden="true"
            ><span style=${styleMap({ inlineSize: `${(Math.abs(value) / largest) * 100}%` })}></span
          ></span>
          <span class="value">${text}</span>
        </li>`,
    )}
  </ul>`;
}
