import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  .opener svg {
    stroke-width: 2.6;
  }

  [role='menu'] {
    display: grid;
    min-inline-size: 13rem;
    padding: var(--passim-space);
  }

  [role='menuitem'] {
    display: flex;
    align-items: center;
    min-block-size: calc(var(--passim-space) * 9);
    padding: var(--passim-space) calc(var(--passim-space) * 3);
    border: 0;
    border-radius: var(--passim-radius);
    background: none;
    color: var(--passim-ink);
    font-size: var(--passim-text-s);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  [role='menuitem']:hover,
  [role='menuitem']:focus-visible {
    background: var(--passim-sunken);
    outline-offset: -2px;
  }

  .danger {
    color: var(--passim-rubric);
  }

  @media (max-width: 40em) {
    [role='menu'] {
      padding: calc(var(--passim-space) * 2);
    }

    [role='menuitem'] {
      min-block-size: calc(var(--passim-space) * 12);
      font-size: var(--passim-text-m);
    }
  }
`;
