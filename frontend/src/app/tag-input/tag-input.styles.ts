import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
  }

  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space);
    min-block-size: calc(var(--passim-space) * 9);
    padding: var(--passim-space);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }

  .box:focus-within {
    outline: 2px solid var(--passim-accent);
    outline-offset: -1px;
  }

  input {
    flex: 1;
    min-inline-size: 8rem;
    min-block-size: calc(var(--passim-space) * 6.5);
    padding: 0 var(--passim-space);
    border: 0;
    outline: 0;
    background: none;
    font-size: max(16px, var(--passim-text-s));
  }

  input:focus-visible {
    outline: none;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: calc(var(--passim-space) * 2);
    border-radius: var(--passim-radius);
    background: var(--passim-sunken);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .chip button {
    display: grid;
    place-items: center;
    min-inline-size: calc(var(--passim-space) * 6.5);
    min-block-size: calc(var(--passim-space) * 6.5);
    padding: 0;
    border: 0;
    border-radius: var(--passim-radius);
    background: none;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
    cursor: pointer;
  }

  .chip button:hover {
    color: var(--passim-rubric);
  }

  .hint,
  .known {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .problem {
    color: var(--passim-rubric);
  }

  .known {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space);
  }

  .known button {
    display: inline-flex;
    align-items: center;
    gap: var(--passim-space);
    min-block-size: calc(var(--passim-space) * 6.5);
    padding: 0 calc(var(--passim-space) * 2) 0 var(--passim-space);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: none;
    color: var(--passim-ink);
    font-size: var(--passim-text-xs);
    cursor: pointer;
  }

  .known button:hover {
    border-color: var(--passim-accent);
    color: var(--passim-accent);
  }
`;
