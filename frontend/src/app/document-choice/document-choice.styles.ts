import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
  }

  label {
    display: grid;
    flex: 1 1 12rem;
    gap: var(--passim-space);
    min-inline-size: 0;
    color: var(--passim-ink-soft);
  }

  .document {
    flex-grow: 2;
  }

  select,
  input {
    inline-size: 100%;
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
    font-size: max(16px, var(--passim-text-s));
  }

  .soft {
    flex: 1 1 12rem;
    padding-block: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
  }

  .problem {
    margin-block-start: var(--passim-space);
    color: var(--passim-rubric);
  }
`;
