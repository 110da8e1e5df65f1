import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .soft {
    max-inline-size: 40rem;
    padding-block-start: calc(var(--passim-space) * 5);
    color: var(--passim-ink-soft);
  }

  .problem {
    color: var(--passim-rubric);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    padding-block: calc(var(--passim-space) * 4);
    border-block-end: 1px solid var(--passim-rule);
  }

  .bar p {
    margin-inline-end: auto;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--passim-space) * 4);
    align-items: start;
    padding-block: calc(var(--passim-space) * 3.5);
    border-block-end: 1px solid var(--passim-rule);
  }

  h2 {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .answers,
  details {
    margin-block-start: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  summary {
    cursor: pointer;
  }

  .context {
    max-inline-size: 44rem;
    margin-block-start: var(--passim-space);
    white-space: pre-line;
  }

  ul + .button {
    margin-block-start: calc(var(--passim-space) * 4);
  }
`;
