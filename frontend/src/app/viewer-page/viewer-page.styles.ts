import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--passim-space) calc(var(--passim-space) * 4);
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 4);
    border-block-end: 1px solid var(--passim-rule);
    background: var(--passim-paper);
  }

  .what {
    flex: 1 1 14rem;
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    min-inline-size: 0;
  }

  .what h1,
  .filename {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .what h1 {
    font: 400 var(--passim-text-l) / 1.3 var(--passim-serif);
  }

  /* The title goes before it, where room is short. */
  .filename {
    flex: 0 1000 auto;
    min-inline-size: 0;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space) calc(var(--passim-space) * 4);
  }

  .icons {
    display: flex;
  }

  .choice {
    display: flex;
    padding: 2px;
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
  }

  .choice .quiet {
    min-height: calc(var(--passim-space) * 6.5);
    transition: none;
  }

  .choice [aria-pressed='true'] {
    background: var(--passim-accent);
    color: var(--passim-on-accent);
  }

  passim-find-bar,
  .note {
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 4);
    border-block-end: 1px solid var(--passim-rule);
    background: var(--passim-paper);
  }

  .note {
    padding-block: calc(var(--passim-space) * 2);
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }

  passim-pdf-view,
  passim-document-text {
    flex: 1;
  }

  .soft {
    color: var(--passim-ink-soft);
    overflow-wrap: anywhere;
  }

  .message {
    display: grid;
    gap: calc(var(--passim-space) * 4);
    inline-size: min(100%, 36rem);
    margin-inline: auto;
    padding: calc(var(--passim-space) * 20) calc(var(--passim-space) * 6) 0;
  }

  .cause {
    margin-block-start: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .message h1 {
    font: 400 var(--passim-text-title) / 1.25 var(--passim-serif);
  }

  @media (max-width: 40em) {
    header {
      padding-inline: calc(var(--passim-space) * 2);
    }

    .what {
      flex-basis: 8rem;
    }

    .filename {
      display: none;
    }

    .tools {
      order: 1;
      flex: 1 1 100%;
      justify-content: space-between;
      gap: var(--passim-space);
    }

    /* Only to the eye: the arrow stands for the word, which remains the name. */
    .back span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`;
