import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  h2 {
    margin-block-start: calc(var(--passim-space) * 8);
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .unfair {
    max-inline-size: 44rem;
    padding: calc(var(--passim-space) * 3) calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-inline-start: 3px solid var(--passim-caution);
    border-radius: var(--passim-radius);
  }

  .unfair p {
    color: var(--passim-caution);
    font-weight: 550;
  }

  .unfair li {
    padding: 0;
    border: 0;
  }

  passim-risk-pair-chart {
    max-inline-size: 34rem;
  }

  .scroll {
    margin-block-start: calc(var(--passim-space) * 2);
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: calc(var(--passim-space) * 1.25) calc(var(--passim-space) * 4) calc(var(--passim-space) * 1.25) 0;
    border-block-end: 1px solid var(--passim-rule);
    font-weight: 400;
    text-align: start;
  }

  thead th {
    color: var(--passim-ink-soft);
    white-space: nowrap;
  }

  section thead th {
    min-inline-size: 5rem;
    vertical-align: bottom;
    white-space: normal;
  }

  td {
    white-space: nowrap;
  }

  .better {
    color: var(--passim-accent);
  }

  .worse {
    color: var(--passim-rubric);
  }

  .same,
  .unclear,
  .untold {
    color: var(--passim-ink-soft);
  }

  .verdict {
    margin-inline-start: calc(var(--passim-space) * 1.5);
    font-size: var(--passim-text-xs);
  }

  td.better::before,
  h3.better::before {
    content: '▲\\00a0' / '';
    font-size: 0.75em;
  }

  td.worse::before,
  h3.worse::before {
    content: '▼\\00a0' / '';
    font-size: 0.75em;
  }

  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: calc(var(--passim-space) * 6) calc(var(--passim-space) * 8);
    margin-block-start: calc(var(--passim-space) * 4);
  }

  section {
    min-inline-size: 0;
    margin-block-start: calc(var(--passim-space) * 4);
  }

  .sides > section {
    margin: 0;
  }

  h3 {
    font-size: var(--passim-text-m);
    font-weight: 600;
  }

  li {
    padding-block: calc(var(--passim-space) * 2.5);
    border-block-end: 1px solid var(--passim-rule);
    overflow-wrap: anywhere;
  }

  .question {
    font: 400 var(--passim-text-m) / 1.4 var(--passim-serif);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(5.5rem, max-content) minmax(0, 1fr);
    gap: calc(var(--passim-space) * 0.5) calc(var(--passim-space) * 2);
    margin-block-start: var(--passim-space);
  }

  dt,
  .facts {
    color: var(--passim-ink-soft);
  }

  .facts {
    margin-inline-start: var(--passim-space);
    font-size: var(--passim-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .quiet {
    margin-inline-start: calc(var(--passim-space) * -2);
    color: var(--passim-accent);
  }

  @media (max-width: 40em) {
    th,
    td {
      padding-inline-end: calc(var(--passim-space) * 2);
    }

    thead th {
      white-space: normal;
    }

    .verdict {
      display: block;
      margin: 0;
    }
  }
`;
