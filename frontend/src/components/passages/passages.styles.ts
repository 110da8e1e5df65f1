import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  ol {
    display: grid;
    gap: calc(var(--passim-space) * 5);
    counter-reset: passage;
  }

  li {
    position: relative;
    padding-inline-start: calc(var(--passim-space) * 7);
    counter-increment: passage;
  }

  li::before {
    content: counter(passage);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.1em;
    color: var(--passim-rubric);
    font: 400 var(--passim-text-m) / 1.5 var(--passim-serif);
    font-variant-numeric: oldstyle-nums;
  }

  .text {
    font: 400 var(--passim-text-m) / 1.6 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .text p {
    white-space: pre-line;
  }

  .text p + p {
    margin-block-start: 0.5em;
  }

  .quiet {
    margin-block-start: calc(var(--passim-space) * 2);
    margin-inline-start: calc(var(--passim-space) * 5);
    color: var(--passim-accent);
  }

  cite {
    font-family: var(--passim-serif);
    font-size: 1.12em;
  }

  .source {
    margin-block-start: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }
`;
