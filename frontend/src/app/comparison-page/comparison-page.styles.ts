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

  h1 {
    margin-block-start: calc(var(--passim-space) * 3);
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: calc(var(--passim-space) * 4);
    margin-block: calc(var(--passim-space) * 5) calc(var(--passim-space) * 3);
  }

  section {
    min-inline-size: 0;
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
    overflow-wrap: anywhere;
  }

  .side {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  h2 {
    margin-block: var(--passim-space);
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
  }

  h2 a {
    color: var(--passim-ink);
    text-decoration-color: var(--passim-edge);
  }

  .soft {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .status,
  .note {
    margin-block-start: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  .running {
    color: var(--passim-accent);
  }

  .failed,
  .interrupted,
  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  passim-run-comparison {
    margin-block-start: calc(var(--passim-space) * 6);
  }
`;
