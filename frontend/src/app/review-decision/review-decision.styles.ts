import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
  }

  form {
    display: grid;
    gap: var(--passim-space);
    max-inline-size: 40rem;
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }

  textarea {
    inline-size: 100%;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
    line-height: 1.45;
    resize: vertical;
  }

  .hint {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .hint + label {
    margin-block-start: calc(var(--passim-space) * 3);
  }

  .problem {
    color: var(--passim-rubric);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
    margin-block-start: calc(var(--passim-space) * 3);
  }
`;
