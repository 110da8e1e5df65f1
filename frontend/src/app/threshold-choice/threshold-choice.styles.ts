import { css } from 'lit';

/** Shapes tell the marks apart, and patterns the parts of a bar, as colours do. */
export const styles = css`
  :host {
    display: block;
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  h3 {
    font: 550 var(--passim-text-s) / 1.4 var(--passim-sans);
  }

  .soft {
    max-inline-size: var(--passim-measure);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    margin-block-start: calc(var(--passim-space) * 3);
  }

  .percent {
    display: inline-flex;
    align-items: center;
    gap: var(--passim-space);
  }

  input[type='number'] {
    inline-size: 6.5rem;
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
    font-variant-numeric: tabular-nums;
  }

  .track {
    --thumb: 20px;

    position: relative;
    max-inline-size: var(--passim-measure);
    margin-block-start: calc(var(--passim-space) * 3);
    padding-block-end: 14px;
  }

  input[type='range'] {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 28px;
    margin: 0;
    background: none;
    cursor: pointer;
  }

  input[type='range']::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--passim-edge);
  }

  input[type='range']::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--passim-edge);
  }

  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--thumb);
    block-size: var(--thumb);
    margin-block-start: -8px;
    border: 2px solid var(--passim-paper);
    border-radius: 50%;
    background: var(--passim-accent);
  }

  input[type='range']::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: var(--thumb);
    block-size: var(--thumb);
    border: 2px solid var(--passim-paper);
    border-radius: 50%;
    background: var(--passim-accent);
  }

  .sign {
    flex: none;
  }

  .mark,
  .sign {
    inline-size: 10px;
    block-size: 10px;
  }

  /* Where the middle of the thumb would be. */
  .mark {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: calc(var(--thumb) / 2 + (100% - var(--thumb)) * var(--at) - 5px);
  }

  .now {
    background: var(--passim-ink);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }

  .accurate {
    border-radius: 50%;
    background: var(--passim-accent);
  }

  .keeping {
    background: var(--passim-caution);
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }

  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
    margin-block: calc(var(--passim-space) * 2) calc(var(--passim-space) * 2);
  }

  .marks button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    min-block-size: calc(var(--passim-space) * 8);
    padding: var(--passim-space) calc(var(--passim-space) * 3);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: var(--passim-text-s);
    text-align: start;
    cursor: pointer;
  }

  .marks button:hover,
  .marks button[aria-pressed='true'] {
    border-color: var(--passim-accent);
  }

  .marks b {
    font-weight: 550;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .outcomes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: calc(var(--passim-space) * 6) calc(var(--passim-space) * 8);
    margin-block: calc(var(--passim-space) * 5) calc(var(--passim-space) * 4);
  }

  .bar {
    display: flex;
    block-size: 14px;
    margin-block: calc(var(--passim-space) * 2);
    overflow: hidden;
    border-radius: 2px;
    background: var(--passim-rule);
  }

  .part.right {
    background: var(--passim-accent);
  }

  .part.wrong {
    background: var(--passim-rubric);
  }

  .part.held {
    background: repeating-linear-gradient(
      45deg,
      var(--passim-accent) 0 2px,
      var(--passim-paper) 2px 5px
    );
  }

  .part.rest {
    background: var(--passim-rule);
  }

  dl {
    display: grid;
    gap: var(--passim-space);
    font-size: var(--passim-text-s);
  }

  dl > div {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--passim-space) * 4);
  }

  dt {
    display: flex;
    align-items: baseline;
    gap: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
  }

  dt .part {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
  }

  dd {
    font-variant-numeric: tabular-nums;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
    margin-block-start: calc(var(--passim-space) * 4);
  }

  .button {
    max-inline-size: 100%;
    padding-block: calc(var(--passim-space) * 1.5);
    overflow-wrap: anywhere;
  }

  .problem {
    margin-block-start: calc(var(--passim-space) * 2);
    color: var(--passim-rubric);
  }
`;
