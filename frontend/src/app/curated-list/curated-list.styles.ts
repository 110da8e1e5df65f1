import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  h1 {
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
  }

  .soft {
    max-inline-size: 40rem;
    color: var(--passim-ink-soft);
  }

  h1 + .soft {
    margin-block-start: calc(var(--passim-space) * 1.5);
  }

  .add {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
    margin-block: calc(var(--passim-space) * 5) calc(var(--passim-space) * 6);
  }

  .problem {
    margin-block-end: calc(var(--passim-space) * 3);
    color: var(--passim-rubric);
    white-space: pre-line;
  }

  .count {
    min-block-size: calc(var(--passim-space) * 9);
    padding-block: calc(var(--passim-space) * 2);
    border-block-end: 1px solid var(--passim-rule);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
  }

  ul + .button {
    margin-block-start: calc(var(--passim-space) * 4);
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--passim-space) * 4);
    align-items: start;
    padding-block: calc(var(--passim-space) * 3.5);
    border-block-end: 1px solid var(--passim-rule);
  }

  .text {
    display: -webkit-box;
    max-inline-size: 44rem;
    margin-block-start: var(--passim-space);
    overflow: hidden;
    font-family: var(--passim-serif);
    white-space: pre-line;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  /* Words of people look otherwise than those of documents. */
  .text.own {
    font-family: inherit;
    font-size: var(--passim-text-s);
  }

  .meta {
    margin-block-start: var(--passim-space);
  }

  .stale {
    margin-block-start: var(--passim-space);
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }
`;
