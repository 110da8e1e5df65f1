import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 3);
    align-content: start;
    padding: calc(var(--passim-space) * 6) calc(var(--passim-space) * 4);
  }

  h2 {
    padding-inline: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-weight: 450;
  }

  li {
    display: flex;
    align-items: center;
    border-radius: var(--passim-radius);
  }

  li:hover,
  li:has([aria-current='true']) {
    background: light-dark(rgb(27 32 37 / 6%), rgb(255 255 255 / 6%));
  }

  .open {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    padding: calc(var(--passim-space) * 2);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .name {
    overflow-wrap: anywhere;
    line-height: 1.35;
  }

  [aria-current='true'] .name {
    font-weight: 600;
  }

  .counts {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .quiet {
    justify-self: start;
  }

  form {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    padding: calc(var(--passim-space) * 2);
    font-size: var(--passim-text-s);
  }

  input,
  select {
    inline-size: 100%;
    min-height: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
  }

  form div {
    display: flex;
    gap: calc(var(--passim-space) * 2);
    margin-block-start: calc(var(--passim-space) * 2);
  }
`;
