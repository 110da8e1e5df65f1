import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 4);
    font-size: var(--passim-text-s);
  }

  .soft,
  .hint {
    color: var(--passim-ink-soft);
  }

  .hint {
    font-size: var(--passim-text-xs);
  }

  .words {
    display: grid;
    gap: var(--passim-space);
  }

  label {
    color: var(--passim-ink-soft);
  }

  textarea {
    inline-size: 100%;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-family: var(--passim-serif);
    font-size: max(16px, var(--passim-text-m));
    line-height: 1.45;
    resize: vertical;
  }

  .found {
    display: flex;
    align-items: center;
    min-block-size: calc(var(--passim-space) * 8);
    font-variant-numeric: tabular-nums;
  }

  .found p {
    margin-inline-end: calc(var(--passim-space) * 2);
  }

  .problem {
    color: var(--passim-rubric);
  }

  blockquote {
    padding-inline-start: calc(var(--passim-space) * 3);
    border-inline-start: 3px solid var(--passim-rule);
    font-family: var(--passim-serif);
    font-size: var(--passim-text-m);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .pane {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: min(22rem, 65dvh);
    overflow: hidden;
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--passim-space) * 2);
    min-inline-size: 0;
    padding: var(--passim-space) var(--passim-space) var(--passim-space) calc(var(--passim-space) * 3);
    border-block-end: 1px solid var(--passim-rule);
  }

  .take {
    min-height: calc(var(--passim-space) * 8);
    text-align: start;
    overflow-wrap: anywhere;
  }

  passim-document-text {
    grid-row: 3;
  }
`;
