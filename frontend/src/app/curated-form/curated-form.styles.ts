import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: calc(var(--passim-space) * 8);
    max-inline-size: 48rem;
  }

  div.part {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    min-inline-size: 0;
  }

  .label {
    font-weight: 600;
  }

  .part > .hint {
    max-inline-size: 40rem;
    font-size: var(--passim-text-s);
  }

  #question,
  textarea {
    inline-size: 100%;
    min-block-size: calc(var(--passim-space) * 10);
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-m));
  }

  textarea {
    resize: vertical;
  }

  .within {
    display: grid;
    gap: calc(var(--passim-space) * 4);
    min-inline-size: 0;
    margin-block-start: calc(var(--passim-space) * 2);
  }

  .within > label {
    margin-block-end: calc(var(--passim-space) * -3);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    gap: calc(var(--passim-space) * 2);
  }
`;
