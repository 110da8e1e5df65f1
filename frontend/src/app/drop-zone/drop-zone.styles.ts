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

  button {
    padding: calc(var(--passim-space)) 0;
    border: 0;
    background: none;
    color: var(--passim-accent);
    font-weight: 550;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }

  .formats {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }
`;
