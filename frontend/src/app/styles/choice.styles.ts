import { css } from 'lit';

/** Radio buttons and checkboxes, each beside its label, perhaps with a hint below; those of collections stand in. */
export const choice = css`
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

  .hint {
    display: block;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }
`;
