import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  form {
    display: flex;
    align-items: center;
    gap: var(--passim-space);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    max-inline-size: 26rem;
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(var(--passim-text-s), 0.875rem);
  }

  .count {
    min-inline-size: 5.5em;
    padding-inline: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .icon:disabled {
    opacity: 0.4;
    cursor: default;
  }

  .icon:disabled:hover {
    background: transparent;
  }
`;
