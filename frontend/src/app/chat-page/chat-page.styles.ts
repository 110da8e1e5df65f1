import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / 17rem minmax(0, 1fr);
    block-size: 100%;
  }

  aside {
    display: flex;
    min-block-size: 0;
    border-inline-end: 1px solid var(--passim-rule);
    background: var(--passim-sunken);
  }

  passim-conversation-list {
    flex: 1;
    min-inline-size: 0;
  }

  .conversation {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .bar {
    display: none;
    padding: var(--passim-space) calc(var(--passim-space) * 2);
    border-block-end: 1px solid var(--passim-rule);
  }

  passim-thread {
    flex: 1;
  }

  .dock {
    inline-size: min(100%, calc(var(--passim-measure) + 12 * var(--passim-space)));
    margin-inline: auto;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 6) calc(var(--passim-space) * 4);
  }

  .backdrop {
    display: none;
  }

  @media (max-width: 52em) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      --passim-gutter: calc(var(--passim-space) * 4);
    }

    .bar {
      display: block;
    }

    .dock {
      padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 3) calc(var(--passim-space) * 3);
    }

    aside {
      position: fixed;
      inset: 0 auto 0 0;
      z-index: 3;
      inline-size: min(20rem, 85vw);
      visibility: hidden;
      translate: -100% 0;
      transition: translate 180ms ease-out, visibility 180ms;
    }

    aside.open {
      visibility: visible;
      translate: 0 0;
      box-shadow: 0 0 40px var(--passim-shadow);
    }

    .backdrop {
      display: block;
      position: fixed;
      inset: 0;
      z-index: 2;
      background: rgb(10 12 14 / 45%);
    }
  }
`;
