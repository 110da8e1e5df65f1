import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  ol {
    display: grid;
    gap: calc(var(--passim-space) * 5);
  }

  li {
    display: grid;
    gap: var(--passim-space);
  }
`;
