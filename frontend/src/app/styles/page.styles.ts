import { css } from 'lit';

/** A page of one column: its section is as wide as can be read, with room around. */
export const page = css`
  :host {
    display: block;
  }

  section {
    inline-size: min(100%, 68rem);
    margin-inline: auto;
    padding: calc(var(--passim-space) * 8) calc(var(--passim-space) * 8) calc(var(--passim-space) * 16);
  }

  @media (max-width: 52em) {
    section {
      padding: calc(var(--passim-space) * 6) calc(var(--passim-space) * 4) calc(var(--passim-space) * 12);
    }
  }
`;
