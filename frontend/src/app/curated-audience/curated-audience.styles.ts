import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  legend {
    font-weight: 600;
  }

  .hint {
    padding-inline-start: calc(var(--passim-space) * 6);
  }

  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }
`;
