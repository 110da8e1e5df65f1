import { css } from 'lit';

/** See `toast`: above everything else, at the lower edge. */
export const toastStyles = css`
  .toast {
    position: fixed;
    inset-block-end: calc(var(--passim-space) * 4);
    inset-inline: calc(var(--passim-space) * 4);
    z-index: 4;
    display: flex;
    align-items: start;
    gap: calc(var(--passim-space) * 3);
    inline-size: fit-content;
    max-inline-size: 36rem;
    margin-inline: auto;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 2) calc(var(--passim-space) * 2)
      calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rubric);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
    color: var(--passim-rubric);
    box-shadow: 0 4px 24px var(--passim-shadow);
  }

  .toast p {
    padding-block: var(--passim-space);
  }
`;
