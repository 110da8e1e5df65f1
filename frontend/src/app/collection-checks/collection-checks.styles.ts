import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  fieldset {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: calc(var(--passim-space) * 2);
    padding: 0;
    font-weight: 600;
  }

  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--passim-space) * 2);
    align-items: start;
    justify-self: start;
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choice input {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0.2em 0 0;
    accent-color: var(--passim-accent);
  }

  .collections {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    max-block-size: 18rem;
    overflow: auto;
    padding-inline-start: calc(var(--passim-space) * 6);
  }

  .hint {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }
`;
