import { css, html, type TemplateResult } from 'lit';

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** Values side by side, the largest as long as the line, unless a still larger one is shown elsewhere. */
export function bars(items: readonly Bar[], elsewhere = 0): TemplateResult {
  const largest = Math.max(elsewhere, ...items.map((item) => Math.abs(item.value)), Number.MIN_VALUE);
  return html`<ul class="bars">
    ${items.map(
      ({ label, value, text }) =>
        html`<li>
          <span class="name">${label}</span>
          <span class="bar" aria-hidden="true"
            ><span .style=${`inline-size: ${(Math.abs(value) / largest) * 100}%`}></span
          ></span>
          <span class="value">${text}</span>
        </li>`,
    )}
  </ul>`;
}

export const barStyles = css`
  .bars {
    display: grid;
    gap: var(--passim-space);
  }

  .bars li {
    display: grid;
    grid-template-columns: minmax(min-content, 10em) 1fr 5em;
    gap: calc(var(--passim-space) * 4);
    align-items: center;
  }

  .bar {
    block-size: 3px;
  }

  .bar span {
    display: block;
    block-size: 100%;
    min-inline-size: 1px;
    background: var(--passim-accent);
  }

  .value {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
