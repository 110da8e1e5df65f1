import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(28em, calc(100vw - 2rem));
    padding: calc(var(--passim-space) * 6);
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 2);
    background: var(--passim-raised);
    color: var(--passim-ink);
    box-shadow: 0 8px 40px var(--passim-shadow);
  }

  dialog::backdrop {
    background: rgb(10 12 14 / 45%);
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  p {
    margin-block: calc(var(--passim-space) * 3) calc(var(--passim-space) * 6);
    color: var(--passim-ink-soft);
    overflow-wrap: anywhere;
  }

  div {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--passim-space) * 2);
  }
`;
