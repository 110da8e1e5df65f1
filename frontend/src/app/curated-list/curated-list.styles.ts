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

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
  }

  input,
  select {
    min-inline-size: 0;
    min-block-size: calc(var(--passim-space) * 9);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
  }

  input {
    flex: 1 1 16rem;
    padding: 0 calc(var(--passim-space) * 2.5);
  }

  input::placeholder {
    color: var(--passim-ink-soft);
    opacity: 1;
  }

  select {
    padding: 0 calc(var(--passim-space) * 1.5);
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

  .title {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .title a {
    color: var(--passim-ink);
    text-decoration-color: var(--passim-edge);
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
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .meta > span {
    display: inline-block;
    max-inline-size: 100%;
  }

  .meta > span:not(:last-child)::after {
    content: '\\00a0·\\00a0';
    color: var(--passim-edge);
  }

  .stale {
    margin-block-start: var(--passim-space);
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }
`;
