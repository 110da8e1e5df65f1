import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  article {
    display: grid;
    grid-template-columns: calc(var(--passim-space) * 7) minmax(0, 1fr) 17rem;
    column-gap: calc(var(--passim-space) * 2);
    padding-block: calc(var(--passim-space) * 5);
    border-block-end: 1px solid var(--passim-rule);
  }

  .rank {
    color: var(--passim-rubric);
    font: 400 var(--passim-text-l) / 1.4 var(--passim-serif);
    font-variant-numeric: oldstyle-nums;
  }

  h3 {
    color: var(--passim-ink-soft);
    font: 400 var(--passim-text-s) / 1.5 var(--passim-sans);
    overflow-wrap: anywhere;
  }

  cite {
    font-family: var(--passim-serif);
    font-size: 1.2em;
  }

  .text {
    max-inline-size: 40rem;
    margin-block-start: var(--passim-space);
    font: 400 var(--passim-text-m) / 1.6 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .text p {
    white-space: pre-line;
  }

  .text p + p {
    margin-block-start: 0.5em;
  }

  /* The marker is kept for what is quoted; a word that matched is underlined. */
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
    text-decoration-color: var(--passim-accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }

  .score {
    display: grid;
    gap: calc(var(--passim-space) * 3);
    align-content: start;
    min-inline-size: 0;
    padding-inline-start: calc(var(--passim-space) * 6);
    font-size: var(--passim-text-xs);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--passim-space) * 0.75) calc(var(--passim-space) * 3);
  }

  dt,
  .soft {
    color: var(--passim-ink-soft);
  }

  dt {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  dd {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .first {
    font-weight: 650;
  }

  .further {
    font-family: var(--passim-mono);
  }

  .bars {
    min-inline-size: 0;
  }

  .bars li {
    grid-template-columns: minmax(0, 1fr) 5rem 2.5rem;
    gap: calc(var(--passim-space) * 2);
    align-items: baseline;
  }

  .name {
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .bar {
    align-self: center;
  }

  .quiet {
    justify-self: start;
    min-block-size: calc(var(--passim-space) * 6);
    margin-inline-start: calc(var(--passim-space) * -2);
    color: var(--passim-accent);
    font-size: var(--passim-text-xs);
  }

  @media (max-width: 56em) {
    article {
      grid-template-columns: calc(var(--passim-space) * 6) minmax(0, 1fr);
    }

    .score {
      max-inline-size: 24rem;
      grid-column: 2;
      margin-block-start: calc(var(--passim-space) * 3);
      padding-inline-start: 0;
    }
  }
`;
