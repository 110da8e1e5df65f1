import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  .bar + .soft {
    margin-block-start: calc(var(--passim-space) * 4);
  }

  .pages {
    display: flex;
    align-items: center;
    gap: var(--passim-space);
    min-block-size: calc(var(--passim-space) * 11);
    font-variant-numeric: tabular-nums;
  }

  .pages p {
    margin-inline-end: auto;
  }

  .icon:disabled {
    opacity: 0.4;
    cursor: default;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }

  th,
  td {
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4) calc(var(--passim-space) * 2) 0;
    border-block-end: 1px solid var(--passim-rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--passim-ink-soft);
  }

  thead th:nth-child(1) {
    inline-size: 36%;
  }

  thead th:nth-child(n + 4) {
    inline-size: 11%;
  }

  thead th:nth-child(4) {
    inline-size: 7%;
  }

  .question,
  q {
    font: 400 var(--passim-text-m) / 1.4 var(--passim-serif);
  }

  .question,
  .meta,
  .other {
    display: block;
  }

  q {
    quotes: none;
  }

  .meta,
  .other {
    margin-block-start: calc(var(--passim-space) * 0.5);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .meta > span::after {
    content: '\\00a0· ';
    color: var(--passim-edge);
  }

  .meta > span:last-child::after {
    content: none;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .right {
    color: var(--passim-accent);
  }

  .wrong {
    color: var(--passim-rubric);
  }

  .right::before {
    content: '✓\\00a0' / '';
  }

  .wrong::before {
    content: '×\\00a0' / '';
  }

  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }

  @media (max-width: 52em) {
    .bar input {
      flex-basis: 100%;
    }

    .bar select {
      flex: 1 1 0;
    }

    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }

    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr {
      padding-block: calc(var(--passim-space) * 3);
      border-block-end: 1px solid var(--passim-rule);
    }

    tbody th,
    td {
      padding: 0;
      border: 0;
    }

    td {
      display: grid;
      grid-template-columns: 6.5rem minmax(0, 1fr);
      margin-block-start: var(--passim-space);
    }

    td > * {
      grid-column: 2;
    }

    td::before {
      content: attr(data-head);
      color: var(--passim-ink-soft);
    }

    .right::before,
    .wrong::before {
      content: attr(data-head);
    }
  }
`;
