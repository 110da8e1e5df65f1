import { css } from 'lit';

/** A field to search a list with, beside the choices that narrow it. */
export const filterBar = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
  }

  .bar input,
  .bar select {
    min-inline-size: 0;
    min-block-size: calc(var(--passim-space) * 9);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
  }

  .bar input {
    flex: 1 1 16rem;
    padding: 0 calc(var(--passim-space) * 2.5);
  }

  .bar input::placeholder {
    color: var(--passim-ink-soft);
    opacity: 1;
  }

  .bar select {
    padding: 0 calc(var(--passim-space) * 1.5);
  }
`;
