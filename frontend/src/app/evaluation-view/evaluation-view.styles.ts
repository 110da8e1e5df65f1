import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .back {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
    min-block-size: calc(var(--passim-space) * 6);
    font-size: var(--passim-text-s);
  }

  .head {
    display: flex;
    align-items: start;
    gap: calc(var(--passim-space) * 3);
    margin-block-start: calc(var(--passim-space) * 3);
  }

  h1 {
    flex: 1;
    min-inline-size: 0;
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .soft {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .meta {
    margin-block-start: calc(var(--passim-space) * 1.5);
  }

  .status:first-child {
    font-weight: 550;
  }

  .done,
  .running {
    color: var(--passim-accent);
  }

  .failed,
  .interrupted,
  .problem {
    color: var(--passim-rubric);
  }

  .problem,
  .note {
    max-inline-size: 44rem;
    margin-block-start: calc(var(--passim-space) * 3);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .note {
    color: var(--passim-caution);
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
    margin-block-start: calc(var(--passim-space) * 6);
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
    font-variant-numeric: tabular-nums;
  }

  .groups {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: calc(var(--passim-space) * 6) calc(var(--passim-space) * 8);
    margin-block-start: calc(var(--passim-space) * 7);
    padding-block: calc(var(--passim-space) * 5);
    border-block: 1px solid var(--passim-rule);
  }

  .group {
    margin-block-end: calc(var(--passim-space) * 2);
    font: 550 var(--passim-text-s) / 1.4 var(--passim-sans);
  }

  .groups dl {
    display: grid;
    gap: var(--passim-space);
    font-size: var(--passim-text-s);
  }

  .groups dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--passim-space) * 2);
  }

  .groups dt {
    color: var(--passim-ink-soft);
  }

  .groups dd {
    font-variant-numeric: tabular-nums;
  }

  .groups dl > div:first-child {
    display: grid;
    margin-block-end: calc(var(--passim-space) * 2);
  }

  .groups dl > div:first-child dd {
    grid-row: 1;
    font: 400 var(--passim-text-display) / 1.1 var(--passim-serif);
    font-variant-numeric: lining-nums;
  }

  .groups .soft {
    margin-block-start: var(--passim-space);
  }

  .block {
    min-inline-size: 0;
    margin-block-start: calc(var(--passim-space) * 10);
  }

  .block > .soft {
    margin-block-start: var(--passim-space);
  }

  label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    margin-block: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  select {
    max-inline-size: min(100%, 24rem);
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 1.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: var(--passim-text-s);
  }

  .charts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 calc(var(--passim-space) * 12);
    align-items: start;
  }

  passim-reliability-chart,
  passim-risk-chart {
    margin-block-start: calc(var(--passim-space) * 10);
  }

  .scroll {
    margin-block-start: calc(var(--passim-space) * 2);
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 4) calc(var(--passim-space) * 1.5) 0;
    border-block-end: 1px solid var(--passim-rule);
    font-weight: 400;
    text-align: start;
    vertical-align: bottom;
  }

  thead th {
    color: var(--passim-ink-soft);
  }

  .scroll thead th:nth-child(n + 3) {
    inline-size: 21%;
  }

  .bar {
    display: block;
    min-inline-size: 3rem;
    block-size: 3px;
    background: var(--passim-rule);
  }

  .bar span {
    display: block;
    block-size: 100%;
    background: var(--passim-accent);
  }

  .misses {
    margin-block-start: calc(var(--passim-space) * 2);
  }

  .misses button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(4rem, 9rem) 3.5rem;
    align-items: center;
    gap: 0 calc(var(--passim-space) * 3);
    inline-size: 100%;
    padding: calc(var(--passim-space) * 1.5) 0;
    border: 0;
    border-block-end: 1px solid var(--passim-rule);
    background: none;
    font-size: var(--passim-text-s);
    text-align: start;
    cursor: pointer;
  }

  .misses button:disabled {
    color: var(--passim-ink-soft);
    cursor: default;
  }

  .misses button:not(:disabled):hover .cause {
    color: var(--passim-accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }

  .misses .bar {
    background: none;
  }

  .misses .bar span {
    background: var(--passim-rubric);
  }

  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .hint {
    grid-column: 1 / -1;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  passim-question-table {
    margin-block-start: calc(var(--passim-space) * 3);
    scroll-margin-block-start: calc(var(--passim-space) * 4);
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(min-content, 10em) minmax(0, 1fr);
    gap: var(--passim-space) calc(var(--passim-space) * 4);
    margin-block-start: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  .facts dt {
    color: var(--passim-ink-soft);
  }

  .facts dd {
    font-family: var(--passim-mono);
    font-size: var(--passim-text-xs);
    overflow-wrap: anywhere;
  }

  @media (max-width: 60em) {
    .groups {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 30em) {
    .groups {
      grid-template-columns: minmax(0, 1fr);
    }

    th,
    td {
      padding-inline-end: calc(var(--passim-space) * 2);
    }

    .scroll .bar {
      min-inline-size: 2rem;
    }
  }
`;
