import { css } from 'lit';

/** How far something is, as a thin line. */
export const progress = css`
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    background: var(--passim-rule);
  }

  progress::-webkit-progress-bar {
    background: var(--passim-rule);
  }

  progress::-webkit-progress-value {
    background: var(--passim-accent);
    transition: inline-size 200ms;
  }

  progress::-moz-progress-bar {
    background: var(--passim-accent);
  }
`;
