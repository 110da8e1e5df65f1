import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
  }

  p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--passim-space) * 1.5);
  }

  .label {
    color: var(--passim-ink-soft);
  }

  .word {
    font-weight: 600;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .meter {
    align-self: center;
    inline-size: calc(var(--passim-rem) * 4);
    block-size: 3px;
    background: var(--passim-rule);
  }

  .meter span {
    display: block;
    block-size: 100%;
    background: var(--passim-accent);
  }
`;
