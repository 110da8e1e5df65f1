import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .instead {
    padding: calc(var(--passim-space) * 16) calc(var(--passim-space) * 6);
    font: 400 var(--passim-text-title) / 1.3 var(--passim-serif);
    text-align: center;
  }
`;
