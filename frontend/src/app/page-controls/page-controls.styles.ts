import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 3);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  label,
  div {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
  }

  div {
    gap: 0;
  }

  input {
    inline-size: 3.5em;
    min-block-size: calc(var(--passim-space) * 8);
    padding: 0 var(--passim-space);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
    text-align: center;
  }

  .percent {
    min-inline-size: 3.2em;
    text-align: center;
  }

  @media (max-width: 40em) {
    :host {
      flex: 1;
      justify-content: space-between;
      gap: var(--passim-space);
    }

    label {
      margin-inline: auto;
    }

    /* There, pages are as wide as there is room to begin with. */
    .percent,
    .width {
      display: none;
    }
  }
`;
