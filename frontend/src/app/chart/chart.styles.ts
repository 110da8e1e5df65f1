import { css } from 'lit';

/** Shapes tell apart what colours do too: dots, a full line, dashes. */
export const chartStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  figure {
    display: grid;
    gap: calc(var(--passim-space) * 3);
  }

  /* Charts beside each other begin at the same height. */
  @media (min-width: 60em) {
    figcaption:not(.brief) {
      min-block-size: calc(var(--passim-text-l) * 1.35 + var(--passim-text-s) * 5);
    }
  }

  h3 {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
  }

  .soft {
    margin-block-start: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .chart {
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    fill: none;
    stroke: none;
  }

  text {
    fill: var(--passim-ink-soft);
    font-family: var(--passim-sans);
    font-size: 11px;
  }

  .axis {
    fill: var(--passim-ink);
    font-weight: 550;
  }

  .rule {
    stroke: var(--passim-rule);
    stroke-width: 1;
  }

  .base,
  .notch {
    stroke: var(--passim-edge);
    stroke-width: 1;
  }

  .ideal {
    stroke: var(--passim-edge);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }

  .gap {
    stroke: var(--passim-rubric);
    stroke-width: 1.5;
  }

  .dot {
    fill: var(--passim-accent);
    stroke: var(--passim-paper);
    stroke-width: 1.5;
  }

  .area {
    fill: var(--passim-accent);
    opacity: 0.12;
  }

  .curve {
    stroke: var(--passim-accent);
    stroke-width: 2.25;
  }

  .curve.other {
    stroke: var(--passim-ink);
    stroke-width: 1.75;
    stroke-dasharray: 6 4;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--passim-space) calc(var(--passim-space) * 5);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .key span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
  }

  .key svg {
    flex: none;
    inline-size: 28px;
    block-size: 8px;
  }

  .goal {
    stroke: var(--passim-caution);
    stroke-width: 1.5;
    stroke-dasharray: 2 4;
  }

  .goal-text {
    fill: var(--passim-caution);
  }

  .here {
    fill: var(--passim-paper);
    stroke: var(--passim-accent);
    stroke-width: 2.25;
  }

  .readout {
    min-block-size: 1.55em;
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
  }

  details {
    font-size: var(--passim-text-s);
  }

  summary {
    inline-size: fit-content;
    color: var(--passim-accent);
    cursor: pointer;
  }

  .scroll {
    max-block-size: 20rem;
    margin-block-start: calc(var(--passim-space) * 2);
    overflow: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: var(--passim-space) calc(var(--passim-space) * 4) var(--passim-space) 0;
    border-block-end: 1px solid var(--passim-rule);
    font-weight: 400;
    text-align: start;
  }

  th {
    color: var(--passim-ink-soft);
  }
`;
