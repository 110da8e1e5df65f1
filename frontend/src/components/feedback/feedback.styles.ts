import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
    font-size: var(--passim-text-s);
  }

  .row {
    display: flex;
    align-items: center;
    gap: var(--passim-space);
    font-size: var(--passim-text-s);
    color: var(--passim-ink-soft);
  }

  [aria-pressed='true'] {
    color: var(--passim-accent);
  }

  [aria-pressed='true'] svg {
    fill: currentcolor;
    fill-opacity: 0.18;
  }

  form {
    order: 1;
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    padding-block-start: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  label {
    color: var(--passim-ink-soft);
  }

  input {
    flex: 1 1 12em;
    min-inline-size: 0;
    min-height: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }
`;
