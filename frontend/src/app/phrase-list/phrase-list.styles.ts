import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    justify-items: start;
  }

  .phrases {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    inline-size: 100%;
  }

  .phrases:empty {
    display: none;
  }

  .phrase {
    display: flex;
    gap: var(--passim-space);
    align-items: center;
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
  }

  .quiet {
    margin-inline-start: calc(var(--passim-space) * -2);
  }

  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }
`;
