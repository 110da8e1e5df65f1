import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .zone {
    padding: calc(var(--passim-space) * 5);
    border: 1.5px dashed var(--passim-edge);
    border-radius: calc(var(--passim-radius) * 1.5);
    text-align: center;
    transition: border-color 120ms, background-color 120ms;
  }

  /* Beside documents it is a strip. */
  :host(:not([large])) .zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
    padding: calc(var(--passim-space) * 3) calc(var(--passim-space) * 4);
    text-align: start;
  }

  :host(:not([large])) .invitation {
    flex: 1;
  }

  :host(:not([large])) .buttons {
    justify-content: start;
    margin: 0;
  }

  :host(:not([large])) :is(.formats, .note) {
    flex-basis: 100%;
  }

  .note:empty {
    display: none;
  }

  :host([large]) .zone {
    padding-block: calc(var(--passim-space) * 14);
  }

  .over {
    border-color: var(--passim-accent);
    border-style: solid;
    background: var(--passim-sunken);
  }

  /* Else the text below the pointer would make it leave the zone. */
  .over * {
    pointer-events: none;
  }

  .invitation {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--passim-space) * 2);
    margin-block: calc(var(--passim-space) * 3);
  }

  .formats {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    text-wrap: balance;
  }

  .note {
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }

  /* Nothing can be dragged on a phone. */
  @media (hover: none) {
    .invitation {
      display: none;
    }

    .zone {
      border-style: solid;
      border-color: var(--passim-rule);
    }
  }
`;
