import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 5);
    font-size: var(--passim-text-s);
  }

  section {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    min-inline-size: 0;
  }

  h3,
  h4 {
    margin: 0;
    font-size: var(--passim-text-s);
    font-weight: 600;
  }

  h4 {
    margin-block-start: var(--passim-space);
    color: var(--passim-ink-soft);
    font-weight: 450;
  }

  p {
    color: var(--passim-ink-soft);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(min-content, 10em) 1fr;
    gap: var(--passim-space) calc(var(--passim-space) * 4);
  }

  dt {
    color: var(--passim-ink-soft);
  }

  dd {
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .feature,
  .fact {
    font-family: var(--passim-mono);
    font-size: var(--passim-text-xs);
  }

  .scroll {
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
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }

  tbody th {
    min-inline-size: 9em;
    white-space: normal;
  }

  thead th {
    color: var(--passim-ink-soft);
  }
`;
