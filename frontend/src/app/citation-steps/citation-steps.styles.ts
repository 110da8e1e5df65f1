import { css } from 'lit';

export const styles = css`
  div {
    display: flex;
    align-items: center;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .short {
    display: none;
  }

  @media (max-width: 40em) {
    .words {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .short {
      display: inline;
    }
  }
`;
