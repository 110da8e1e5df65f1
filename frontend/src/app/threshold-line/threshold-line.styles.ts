import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--passim-space) * 4);
    min-block-size: calc(var(--passim-space) * 8);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  /* Its words begin where the line does if it comes to stand below. */
  .quiet {
    margin-inline-start: calc(var(--passim-space) * -2);
    color: var(--passim-accent);
  }
`;
