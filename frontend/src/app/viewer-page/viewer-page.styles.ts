import { css } from 'lit';

export const styles = css`
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--passim-space);
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 4);
    border-block-end: 1px solid var(--passim-rule);
    background: var(--passim-paper);
  }

  .tools {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
  }

  .tools > :first-child:is(button) {
    color: var(--passim-accent);
  }

  select {
    min-height: calc(var(--passim-space) * 8);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
    font-size: var(--passim-text-s);
  }

  article {
    inline-size: min(100%, calc(var(--passim-measure) + 12 * var(--passim-space)));
    margin-inline: auto;
    padding: calc(var(--passim-space) * 8) calc(var(--passim-space) * 6) 40vh;
  }

  h1 {
    font: 400 var(--passim-text-title) / 1.25 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .soft {
    color: var(--passim-ink-soft);
    overflow-wrap: anywhere;
  }

  .caution {
    margin-block-start: calc(var(--passim-space) * 4);
    color: var(--passim-caution);
  }

  .message {
    display: grid;
    gap: calc(var(--passim-space) * 4);
    max-inline-size: 36rem;
    margin-inline: auto;
    padding: calc(var(--passim-space) * 20) calc(var(--passim-space) * 6) 0;
  }

  .retry {
    max-inline-size: 36rem;
    margin-inline: auto;
    padding: 0 calc(var(--passim-space) * 6);
  }

  @media (max-width: 40em) {
    /* Only to the eye: the icon stands for the words, which remain the name. */
    .tools span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .tools .quiet {
      min-inline-size: calc(var(--passim-space) * 9);
    }

    article {
      padding-inline: calc(var(--passim-space) * 4);
    }
  }
`;
