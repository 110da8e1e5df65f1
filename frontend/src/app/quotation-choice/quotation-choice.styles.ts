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
`;
