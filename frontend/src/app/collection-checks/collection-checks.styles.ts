import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    max-block-size: 18rem;
    overflow: auto;
    padding-inline-start: calc(var(--passim-space) * 6);
  }
`;
