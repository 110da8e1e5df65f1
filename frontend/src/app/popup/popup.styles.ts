import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    position: fixed;
    inset: var(--top, auto) auto var(--bottom, auto) var(--left, auto);
    max-inline-size: calc(100vw - 16px);
    max-block-size: var(--room, calc(100dvh - 16px));
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 2);
    background: var(--passim-raised);
    color: var(--passim-ink);
    box-shadow: 0 4px 24px var(--passim-shadow);
  }

  dialog::backdrop {
    background: transparent;
  }

  @media (max-width: 40em) {
    dialog {
      inset: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 85dvh;
      padding-block-end: env(safe-area-inset-bottom);
      border-inline: 0;
      border-block-end: 0;
      border-radius: calc(var(--passim-radius) * 3) calc(var(--passim-radius) * 3) 0 0;
    }

    dialog::backdrop {
      background: rgb(10 12 14 / 45%);
    }
  }
`;
